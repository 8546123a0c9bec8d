import tracemalloc
import unittest

from list_cycle import cycle_start


class Node:
    """A node that tells its value and the next node, and lets nobody change them."""

    __slots__ = ("_value", "_next")

    def __init__(self, value):
        self._value = value
        self._next = None

    @property
    def value(self):
        return self._value

    @property
    def next(self):
        return self._next


def chain(values, back_to=None):
    """The nodes of a list of values; the last one leads back to the place back_to, or nowhere."""
    nodes = [Node(value) for value in values]
    for node, following in zip(nodes, nodes[1:]):
        node._next = following
    if back_to is not None:
        nodes[-1]._next = nodes[back_to]
    return nodes


def describe_chain(values, back_to=None):
    if len(values) > 12:
        shown = f"a list of {len(values)} nodes"
    else:
        shown = f"the list {' → '.join(map(str, values)) or '(empty)'}"
    return f"{shown} that ends" if back_to is None else f"{shown} → back to place {back_to}"


def describe_answer(nodes, answer):
    if answer is None:
        return "no cycle"
    place = next((place for place, node in enumerate(nodes) if node is answer), None)
    return f"something that is no node of the list: {answer!r}" if place is None else f"the node at place {place}"


class CycleStartTest(unittest.TestCase):
    def expect_start(self, values, back_to=None):
        nodes = chain(values, back_to)
        actual = describe_answer(nodes, cycle_start(nodes[0] if nodes else None))
        expected = "no cycle" if back_to is None else f"the node at place {back_to}"
        self.assertEqual(
            actual, expected, f"{describe_chain(values, back_to)}: expected {expected}, got {actual}"
        )

    def test_finds_the_start_of_the_cycle_of_the_worked_example(self):
        self.expect_start([7, 3, 8, 5, 6], back_to=2)

    def test_finds_no_cycle_in_a_list_that_ends(self):
        self.expect_start([4, 1, 9])
        self.expect_start([4, 1, 9, 2])

    def test_finds_no_cycle_in_an_empty_list(self):
        self.expect_start([])

    def test_finds_no_cycle_in_a_single_node_that_ends(self):
        self.expect_start([5])

    def test_finds_a_node_that_leads_to_itself(self):
        self.expect_start([5], back_to=0)

    def test_finds_a_cycle_of_two_nodes(self):
        self.expect_start([1, 2], back_to=0)

    def test_finds_a_cycle_of_the_whole_list(self):
        self.expect_start([4, 8, 15, 16], back_to=0)
        self.expect_start([4, 8, 15, 16, 23], back_to=0)

    def test_finds_a_cycle_of_the_last_node_only(self):
        self.expect_start([3, 1, 4, 9], back_to=3)

    def test_goes_by_the_nodes_and_not_by_their_values(self):
        self.expect_start([6, 6, 6])
        self.expect_start([2, 7, 2, 7])
        self.expect_start([6, 6, 6, 6, 6], back_to=3)

    def test_finds_the_start_when_the_way_to_it_is_longer_than_the_cycle(self):
        self.expect_start([1, 2, 3, 4, 5, 6, 7, 8, 9], back_to=7)

    def test_finds_every_possible_start_in_lists_of_up_to_twelve_nodes(self):
        for length in range(1, 13):
            values = [place % 3 for place in range(length)]
            self.expect_start(values)
            for back_to in range(length):
                self.expect_start(values, back_to)

    def test_remembers_a_few_nodes_only(self):
        values = list(range(500))
        nodes = chain(values, back_to=200)
        tracemalloc.start()
        try:
            answer = cycle_start(nodes[0])
            used = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        found = describe_answer(nodes, answer)
        given = describe_chain(values, 200)
        self.assertEqual(found, "the node at place 200", f"{given}: expected place 200, got {found}")
        self.assertLess(
            used,
            4000,
            f"{given}: cycle_start should manage with a few variables, but needed {used} bytes of memory at once",
        )

    def test_finds_the_start_in_a_list_of_a_thousand_nodes(self):
        values = [place % 10 for place in range(1000)]
        self.expect_start(values)
        self.expect_start(values, back_to=377)
