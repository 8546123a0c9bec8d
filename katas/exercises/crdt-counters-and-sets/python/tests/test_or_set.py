import unittest

from or_set import OrSet
from simulator import REPLICA_NAMES, Random, copy, explore_replicas


def exchange(one, other):
    first, second = copy(one.state()), copy(other.state())
    one.merge(second)
    other.merge(first)


def change(replica, request, at):
    if request["kind"] == "add":
        replica.add(request["item"])
    else:
        replica.remove(request["item"])


def expected(performed):
    removals = [each for each in performed if each.request["kind"] == "remove"]
    left = set()
    for each in performed:
        item = each.request["item"]
        was_seen = any(other.request["item"] == item and each.id in other.seen for other in removals)
        if each.request["kind"] == "add" and not was_seen:
            left.add(item)
    return sorted(left)


class ObservedRemoveSetTest(unittest.TestCase):
    def test_adds_and_removes_on_one_node(self):
        items = OrSet("a")
        self.assertEqual(items.items(), [], "Before the first addition")
        for item in ("tea", "milk", "tea"):
            items.add(item)
        self.assertEqual(items.items(), ["milk", "tea"], "Sorted, and each once")
        items.remove("tea")
        self.assertFalse(items.has("tea"), "tea was added twice, and then removed")
        self.assertTrue(items.has("milk"), "milk was not removed")
        self.assertEqual(items.items(), ["milk"])

    def test_removes_what_is_not_there_without_harm(self):
        items = OrSet("a")
        items.remove("tea")
        items.add("tea")
        self.assertEqual(items.items(), ["tea"], "Removed before it was added")

    def test_takes_back_an_item_that_was_removed(self):
        items = OrSet("a")
        items.add("tea")
        items.remove("tea")
        items.add("tea")
        self.assertTrue(items.has("tea"), "Added, removed, added again")
        other = OrSet("b")
        other.merge(copy(items.state()))
        self.assertTrue(other.has("tea"), "The same, seen from another node")

    def test_passes_on_additions_and_removals(self):
        one, other = OrSet("a"), OrSet("b")
        one.add("tea")
        exchange(one, other)
        self.assertEqual(other.items(), ["tea"], "b heard of it")
        other.remove("tea")
        exchange(one, other)
        self.assertEqual(one.items(), [], "b removed it, and a heard of that")

    def test_lets_an_addition_win_over_a_removal_that_did_not_see_it(self):
        one, other = OrSet("a"), OrSet("b")
        one.add("tea")
        exchange(one, other)
        one.remove("tea")
        other.add("tea")
        exchange(one, other)
        self.assertEqual(one.items(), ["tea"], "a removed it while b added it again: at a")
        self.assertEqual(other.items(), ["tea"], "a removed it while b added it again: at b")

    def test_keeps_two_additions_of_the_same_item_apart(self):
        one, other, third = OrSet("a"), OrSet("b"), OrSet("c")
        one.add("tea")
        other.add("tea")
        third.merge(copy(one.state()))
        third.remove("tea")
        third.merge(copy(other.state()))
        self.assertEqual(third.items(), ["tea"], "c saw and removed the addition of a, and then heard of that of b")

    def test_does_not_bring_back_what_was_removed_when_an_old_state_arrives(self):
        one, other = OrSet("a"), OrSet("b")
        one.add("tea")
        old = copy(one.state())
        other.merge(old)
        other.remove("tea")
        other.merge(old)
        self.assertEqual(other.items(), [], "The state from before the removal arrives again")

    def test_gives_states_that_later_changes_do_not_touch(self):
        one, other = OrSet("a"), OrSet("b")
        one.add("tea")
        state = one.state()
        one.add("tea")
        one.remove("tea")
        one.add("milk")
        other.merge(state)
        self.assertEqual(other.items(), ["tea"], "The state was taken when there was only tea")

    def test_comes_to_the_same_whatever_is_merged_first_and_how_often(self):
        for seed in range(1, 61):
            random = Random(seed)
            sets = [OrSet(node) for node in REPLICA_NAMES]
            for _ in range(15):
                replica, item, action = random.pick(sets), random.pick(["x", "y"]), random.below(3)
                if action == 0:
                    replica.add(item)
                elif action == 1:
                    replica.remove(item)
                else:
                    replica.merge(copy(random.pick(sets).state()))
            states = [copy(replica.state()) for replica in sets]
            results = []
            for order in (states, states[::-1], states + random.shuffle(states)):
                replica = OrSet("z")
                for state in order:
                    replica.merge(state)
                results.append(" ".join(replica.items()))
            self.assertEqual(len(set(results)), 1, f"Seed {seed}: merged in different orders: {results}")

    def test_shows_on_every_replica_what_no_removal_saw_whatever_the_network_did(self):
        explore_replicas(
            create=OrSet,
            calls=lambda random: [
                {
                    "at": random.below(380),
                    "node": random.pick(REPLICA_NAMES),
                    "request": {"kind": random.pick(["add", "add", "remove"]), "item": random.pick(["x", "y", "z"])},
                }
                for _ in range(12)
            ],
            perform=change,
            view=lambda replica: replica.items(),
            expected=expected,
            seeds=40,
        )
