import unittest

from pn_counter import PNCounter
from simulator import REPLICA_NAMES, copy, explore_replicas


def change(counter, request, at):
    if request["kind"] == "up":
        counter.increment(request["by"])
    else:
        counter.decrement(request["by"])


class ShrinkingCounterTest(unittest.TestCase):
    def test_counts_up_and_down_on_one_node(self):
        counter = PNCounter("a")
        counter.increment(5)
        counter.decrement()
        counter.decrement(2)
        counter.increment()
        self.assertEqual(counter.value(), 3, "After +5, -1, -2 and +1")

    def test_may_be_below_zero(self):
        counter = PNCounter("a")
        counter.decrement(4)
        counter.increment(1)
        self.assertEqual(counter.value(), -3, "After -4 and +1")

    def test_refuses_amounts_below_zero_both_ways(self):
        counter = PNCounter("a")
        with self.assertRaises(ValueError, msg="increment(-1)"):
            counter.increment(-1)
        with self.assertRaises(ValueError, msg="decrement(-1)"):
            counter.decrement(-1)
        self.assertEqual(counter.value(), 0, "What was refused changed nothing")

    def test_adds_up_what_different_nodes_did(self):
        one, other = PNCounter("a"), PNCounter("b")
        one.increment(5)
        other.decrement(2)
        one.merge(copy(other.state()))
        other.merge(copy(one.state()))
        self.assertEqual(one.value(), 3, "a: +5, b: -2")
        self.assertEqual(other.value(), 3, "a: +5, b: -2, seen from b")

    def test_does_nothing_twice_and_is_not_thrown_back(self):
        one, other = PNCounter("a"), PNCounter("b")
        other.increment(5)
        old = copy(other.state())
        other.decrement(3)
        fresh = copy(other.state())
        for state in (fresh, old, fresh, old):
            one.merge(state)
        self.assertEqual(one.value(), 2, "b: +5, -3, heard of in the wrong order and twice")

    def test_gives_states_that_later_changes_do_not_touch(self):
        one, other = PNCounter("a"), PNCounter("b")
        one.decrement(1)
        state = one.state()
        one.decrement(5)
        other.merge(state)
        self.assertEqual(other.value(), -1, "The state was taken after -1")

    def test_shows_the_balance_on_every_replica_whatever_the_network_did(self):
        explore_replicas(
            create=PNCounter,
            calls=lambda random: [
                {
                    "at": random.below(380),
                    "node": random.pick(REPLICA_NAMES),
                    "request": {"kind": random.pick(["up", "down"]), "by": random.between(1, 9)},
                }
                for _ in range(10)
            ],
            perform=change,
            view=lambda counter: counter.value(),
            expected=lambda performed: sum(
                each.request["by"] * (1 if each.request["kind"] == "up" else -1) for each in performed
            ),
        )
