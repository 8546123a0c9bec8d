import unittest

from g_counter import GCounter
from simulator import REPLICA_NAMES, Random, copy, explore_replicas


class GrowingCounterTest(unittest.TestCase):
    def test_counts_on_one_node(self):
        counter = GCounter("a")
        self.assertEqual(counter.value(), 0, "Nothing was counted yet")
        counter.increment()
        counter.increment(4)
        counter.increment(0)
        self.assertEqual(counter.value(), 5, "After increment(), increment(4) and increment(0)")

    def test_refuses_to_shrink(self):
        counter = GCounter("a")
        counter.increment(3)
        with self.assertRaises(ValueError):
            counter.increment(-1)
        self.assertEqual(counter.value(), 3, "The refused increment changed nothing")

    def test_adds_up_what_different_nodes_counted(self):
        one, other = GCounter("a"), GCounter("b")
        one.increment(2)
        other.increment(2)
        one.merge(copy(other.state()))
        self.assertEqual(one.value(), 4, "a counted 2, b counted 2")
        self.assertEqual(other.value(), 2, "b has not heard of a")

    def test_counts_nothing_twice_when_it_merges_again(self):
        one, other = GCounter("a"), GCounter("b")
        other.increment(3)
        state = copy(other.state())
        for _ in range(3):
            one.merge(state)
        other.merge(copy(one.state()))
        one.merge(copy(other.state()))
        self.assertEqual(one.value(), 3, "b counted 3, however often a hears of it")

    def test_is_not_thrown_back_by_an_old_state(self):
        one, other = GCounter("a"), GCounter("b")
        other.increment(1)
        old = copy(other.state())
        other.increment(5)
        one.merge(copy(other.state()))
        one.merge(old)
        self.assertEqual(one.value(), 6, "The newer state of b came first")

    def test_learns_its_own_counts_back_from_others(self):
        lost, other = GCounter("a"), GCounter("b")
        lost.increment(7)
        other.merge(copy(lost.state()))
        fresh = GCounter("a")
        fresh.merge(copy(other.state()))
        fresh.increment(1)
        self.assertEqual(fresh.value(), 8, "a lost its disk, heard from b that it had counted 7, and counted 1")

    def test_gives_states_that_later_changes_do_not_touch(self):
        one, other = GCounter("a"), GCounter("b")
        one.increment(1)
        state = one.state()
        one.increment(5)
        other.merge(state)
        other.increment(1)
        self.assertEqual(other.value(), 2, "The state was taken when a had counted 1")
        self.assertEqual(one.value(), 6, "What b does with the state is nothing to a")

    def test_comes_to_the_same_whatever_is_merged_first_and_how_often(self):
        for seed in range(1, 61):
            random = Random(seed)
            states = []
            for node in REPLICA_NAMES:
                counter = GCounter(node)
                counter.increment(random.below(10))
                if random.chance(0.5):
                    counter.merge({})
                states.append(copy(counter.state()))
            values = []
            for order in (states, states[::-1], states + random.shuffle(states)):
                counter = GCounter("z")
                for state in order:
                    counter.merge(state)
                values.append(counter.value())
            self.assertEqual(values, [values[0]] * 3, f"Seed {seed}: {states}")

    def test_shows_the_sum_on_every_replica_whatever_the_network_did(self):
        explore_replicas(
            create=GCounter,
            calls=lambda random: [
                {"at": random.below(380), "node": random.pick(REPLICA_NAMES), "request": {"by": random.between(1, 9)}}
                for _ in range(8)
            ],
            perform=lambda counter, request, at: counter.increment(request["by"]),
            view=lambda counter: counter.value(),
            expected=lambda performed: sum(change.request["by"] for change in performed),
        )
