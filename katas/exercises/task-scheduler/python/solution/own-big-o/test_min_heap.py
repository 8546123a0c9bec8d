import math
import random
import unittest

from min_heap import MinHeap


class CountingComparator:
    """A comparator for numbers that counts how often it is asked."""

    def __init__(self):
        self.calls = 0

    def __call__(self, left, right):
        self.calls += 1
        return -1 if left < right else int(left > right)


def inputs(n):
    numbers = random.Random(n)
    return {
        "ascending": list(range(n)),
        "descending": list(range(n, 0, -1)),
        "random": [numbers.random() for _ in range(n)],
    }


def pop_all(heap):
    return [heap.pop() for _ in range(len(heap))]


def pushed(items, *options):
    heap = MinHeap(*options)
    for item in items:
        heap.push(item)
    return heap


def dearest(calls, compare):
    """The most comparisons that one of many calls has cost."""
    most = 0
    for call, *arguments in calls:
        compare.calls = 0
        call(*arguments)
        most = max(most, compare.calls)
    return most


class MinHeapGivesTheRightAnswers(unittest.TestCase):
    def test_pops_random_lists_in_order_pushed_or_built(self):
        numbers = random.Random(3)
        for length in range(60):
            items = [numbers.randrange(15) for _ in range(length % 20)]
            self.assertEqual(pop_all(pushed(items)), sorted(items), f"pushing {items}")
            self.assertEqual(pop_all(MinHeap.from_items(items)), sorted(items), f"building from {items}")

    def test_keeps_order_when_pushes_and_pops_take_turns(self):
        heap = MinHeap.from_items([9, 4, 6])
        taken = [heap.pop()]
        heap.push(1)
        heap.push(8)
        taken += [heap.pop(), heap.peek(), heap.pop()]
        heap.push(2)
        self.assertEqual(taken + pop_all(heap), [4, 1, 6, 6, 2, 8, 9])

    def test_is_empty_when_nothing_is_in_it(self):
        heap = MinHeap()
        self.assertEqual(len(heap), 0)
        self.assertRaises(IndexError, heap.peek)
        self.assertRaises(IndexError, heap.pop)
        self.assertEqual(len(heap), 0)

    def test_asks_the_comparator_it_was_given(self):
        def largest_first(left, right):
            return right - left

        self.assertEqual(pop_all(MinHeap.from_items([2, 3, 1], largest_first)), [3, 2, 1])
        self.assertEqual(pop_all(pushed([2, 3, 1], largest_first)), [3, 2, 1])

    def test_leaves_the_list_alone_that_it_was_built_from(self):
        items = [5, 3, 8, 1]
        MinHeap.from_items(items).push(0)
        self.assertEqual(items, [5, 3, 8, 1])


class MinHeapCostsWhatAHeapMayCost(unittest.TestCase):
    def test_pushing_compares_once_a_level_at_most(self):
        for n in (64, 1024):
            for order, items in inputs(n).items():
                compare = CountingComparator()
                heap = MinHeap(compare)
                most = dearest([(heap.push, item) for item in items], compare)
                self.assertLessEqual(most, math.log2(n) + 1, f"pushing {n} items in {order} order")

    def test_popping_compares_twice_a_level_at_most(self):
        for n in (64, 1024):
            for order, items in inputs(n).items():
                compare = CountingComparator()
                heap = pushed(items, compare)
                most = dearest([(heap.pop,) for _ in items], compare)
                self.assertLessEqual(most, 2 * math.log2(n) + 2, f"popping {n} items pushed in {order} order")

    def test_building_compares_a_few_times_an_item(self):
        for n in (64, 1024):
            for order, items in inputs(n).items():
                compare = CountingComparator()
                MinHeap.from_items(items, compare)
                self.assertLessEqual(compare.calls, 3 * n, f"building from {n} items in {order} order")

    def test_peeking_costs_no_comparison(self):
        compare = CountingComparator()
        heap = MinHeap.from_items([3, 1, 2], compare)
        compare.calls = 0
        heap.peek()
        self.assertEqual(compare.calls, 0)


if __name__ == "__main__":
    unittest.main()
