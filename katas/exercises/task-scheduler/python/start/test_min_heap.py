import unittest

from min_heap import MinHeap


class CountingComparator:
    """A comparator for numbers that counts how often it is asked."""

    def __init__(self):
        self.calls = 0

    def __call__(self, left, right):
        self.calls += 1
        return left - right


class MinHeapTest(unittest.TestCase):
    def test_peeking_costs_no_comparison(self):
        compare = CountingComparator()
        heap = MinHeap.from_items([3, 1, 2], compare)
        compare.calls = 0
        heap.peek()
        self.assertEqual(compare.calls, 0)

    # Last stage: what else must a heap do, and what may it cost?


if __name__ == "__main__":
    unittest.main()
