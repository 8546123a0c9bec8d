import unittest

from lww_register import LwwRegister
from simulator import REPLICA_NAMES, copy, explore_replicas


def merge_all(*writes):
    """Writes (node, time, value) on replicas of their own, merged into a fresh one in this order."""
    reader = LwwRegister("reader")
    for node, time, value in writes:
        writer = LwwRegister(node)
        writer.set(value, time)
        reader.merge(copy(writer.state()))
    return reader.value()


def stamp_of(at, slip):
    """Clocks that differ by up to 60 ms, in steps of ten: so that there are ties."""
    return (at + slip) // 10


class LastWriterWinsTest(unittest.TestCase):
    def test_is_empty_and_then_has_what_was_written(self):
        register = LwwRegister("a")
        self.assertIsNone(register.value(), "Before the first write")
        register.set("red", 10)
        self.assertEqual(register.value(), "red")
        register.set("blue", 11)
        self.assertEqual(register.value(), "blue", "red at 10, then blue at 11")

    def test_keeps_values_that_look_like_nothing(self):
        for value in (0, "", False, None):
            one, other = LwwRegister("a"), LwwRegister("b")
            one.set("x", 1)
            other.set(value, 2)
            one.merge(copy(other.state()))
            self.assertEqual(one.value(), value, f"{value!r} was written last")

    def test_has_the_latest_write_whichever_arrives_first(self):
        early, late = ("b", 10, "early"), ("a", 20, "late")
        self.assertEqual(merge_all(early, late), "late", "The write at 20 arrives last")
        self.assertEqual(merge_all(late, early), "late", "The write at 20 arrives first")

    def test_breaks_ties_by_the_larger_name_whichever_arrives_first(self):
        low, high = ("a", 10, "z"), ("b", 10, "y")
        self.assertEqual(merge_all(low, high), "y", "Both at 10, that of b arrives last")
        self.assertEqual(merge_all(high, low), "y", "Both at 10, that of b arrives first")

    def test_lets_a_slow_clock_lose(self):
        slow, fast = LwwRegister("a"), LwwRegister("b")
        fast.set("from the fast clock", 100)
        slow.merge(copy(fast.state()))
        slow.set("from the slow clock", 90)
        self.assertEqual(slow.value(), "from the fast clock", "Written at 90, when a write of 100 is known")
        slow.set("later", 101)
        self.assertEqual(slow.value(), "later", "Written at 101")

    def test_has_the_second_of_two_writes_in_one_millisecond_on_one_node(self):
        register = LwwRegister("a")
        register.set("first", 10)
        register.set("second", 10)
        self.assertEqual(register.value(), "second", "Both at 10, on the same node")

    def test_merges_nothing_and_itself_without_harm(self):
        register = LwwRegister("a")
        register.merge(copy(LwwRegister("b").state()))
        self.assertIsNone(register.value(), "Merged with an empty register")
        register.set("x", 5)
        register.merge(copy(register.state()))
        register.merge(copy(LwwRegister("b").state()))
        self.assertEqual(register.value(), "x", "Merged with itself, and with an empty register")

    def test_passes_on_whose_write_it_was(self):
        writer, between, reader = LwwRegister("b"), LwwRegister("z"), LwwRegister("c")
        writer.set("of b", 10)
        between.merge(copy(writer.state()))
        reader.set("of c", 10)
        reader.merge(copy(between.state()))
        self.assertEqual(reader.value(), "of c", "b and c wrote at 10; that z told of b's write does not make it z's")

    def test_shows_the_latest_write_on_every_replica_whatever_the_network_did(self):
        def expected(performed):
            writes = [
                (stamp_of(each.at, each.request["slip"]), each.node, order, each.request["value"])
                for order, each in enumerate(performed)
            ]
            return max(writes)[3] if writes else None

        explore_replicas(
            create=LwwRegister,
            calls=lambda random: [
                {
                    "at": random.below(380),
                    "node": random.pick(REPLICA_NAMES),
                    "request": {"value": f"v{index}", "slip": random.below(60)},
                }
                for index in range(9)
            ],
            perform=lambda register, request, at: register.set(request["value"], stamp_of(at, request["slip"])),
            view=lambda register: register.value(),
            expected=expected,
        )
