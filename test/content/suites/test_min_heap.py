import random
import unittest
from math import log2

from min_heap import MinHeap

N = 900


class Counter:
    def __init__(self):
        self.calls = 0

    def __call__(self, left, right):
        self.calls += 1
        return (left > right) - (left < right)

    def cost_of(self, call, *arguments):
        before = self.calls
        call(*arguments)
        return self.calls - before


def orders():
    shuffled = list(range(N))
    random.Random(5).shuffle(shuffled)
    return [range(N), range(N, 0, -1), shuffled]


class AnswersTest(unittest.TestCase):
    def test_random_commands_agree_with_a_sorted_list(self):
        numbers = random.Random(9)
        heap, model = MinHeap(), []
        for _ in range(3000):
            if numbers.random() < 0.55:
                item = numbers.randrange(40)
                heap.push(item)
                model = sorted([*model, item])
            elif model:
                self.assertEqual(heap.pop(), model.pop(0))
            self.assertEqual(len(heap), len(model))
            if model:
                self.assertEqual(heap.peek(), model[0])

    def test_building_agrees_with_a_sorted_list(self):
        numbers = random.Random(4)
        for length in range(40):
            items = [numbers.randrange(30) for _ in range(length)]
            copy = list(items)
            heap = MinHeap.from_items(items)
            self.assertEqual([heap.pop() for _ in items], sorted(copy))
            self.assertEqual(items, copy)

    def test_the_comparator_decides(self):
        heap = MinHeap(lambda left, right: right - left)
        for item in (1, 3, 2):
            heap.push(item)
        self.assertEqual([heap.pop(), heap.pop(), heap.pop()], [3, 2, 1])


class CostTest(unittest.TestCase):
    def test_push_and_pop_stay_on_one_path(self):
        for items in orders():
            count = Counter()
            heap = MinHeap(count)
            self.assertLess(max(count.cost_of(heap.push, item) for item in items), 2 * log2(N))
            self.assertLess(max(count.cost_of(heap.pop) for _ in items), 3 * log2(N))

    def test_building_is_linear(self):
        for items in orders():
            count = Counter()
            MinHeap.from_items(list(items), count)
            self.assertLess(count.calls, 3 * N)

    def test_peeking_is_free(self):
        count = Counter()
        heap = MinHeap.from_items([2, 1, 3], count)
        self.assertEqual(count.cost_of(heap.peek), 0)
