import random
import unittest

from min_heap import MinHeap


def pop_all(heap):
    """Pops until nothing is left; gives up when a heap never becomes empty."""
    taken = []
    most = len(heap)
    while len(heap) > 0 and len(taken) <= most:
        taken.append(heap.pop())
    return taken


def pushed(items, *options):
    heap = MinHeap(*options)
    for item in items:
        heap.push(item)
    return heap


def descending(left, right):
    return right - left


class Job:
    def __init__(self, name, priority, arrival=0):
        self.name = name
        self.priority = priority
        self.arrival = arrival


class MinHeapTest(unittest.TestCase):
    def expect_list(self, actual, expected, story):
        """Compares two lists without printing more than the first place that differs."""
        actual, expected = list(actual), list(expected)
        for place, (item, wanted) in enumerate(zip(actual, expected)):
            if item != wanted:
                self.fail(f"{story}: place {place} should be {wanted!r}, not {item!r}")
        if len(actual) != len(expected):
            self.fail(f"{story}: should be {len(expected)} items, not {len(actual)}")

    def test_is_empty_at_first(self):
        size = len(MinHeap())
        self.assertEqual(size, 0, f"len(MinHeap()) should be 0, not {size}")

    def test_has_nothing_to_give_when_it_is_empty(self):
        heap = MinHeap()
        with self.assertRaises(IndexError, msg="peek() of an empty heap should raise IndexError"):
            heap.peek()
        with self.assertRaises(IndexError, msg="pop() of an empty heap should raise IndexError"):
            heap.pop()
        self.assertEqual(len(heap), 0, f"after pop() of an empty heap the size should be 0, not {len(heap)}")

    def test_gives_back_a_single_item(self):
        heap = pushed([7])
        taken = heap.pop()
        self.assertEqual(taken, 7, f"push(7), pop() should give 7, not {taken}")
        self.assertEqual(len(heap), 0, f"push(7), pop() should leave size 0, not {len(heap)}")

    def test_peeks_at_the_smallest_item_and_leaves_it_there(self):
        heap = MinHeap()
        seen = []
        for item in (5, 3, 8, 1):
            heap.push(item)
            seen.append(heap.peek())
        self.expect_list(seen, [5, 3, 3, 1], "peek() after each push of 5, 3, 8, 1")
        self.assertEqual(len(heap), 4, f"four pushes and four peeks should leave size 4, not {len(heap)}")

    def test_pops_from_the_smallest_to_the_largest(self):
        heap = pushed([5, 3, 8, 1, 9, 2, 7])
        self.expect_list(pop_all(heap), [1, 2, 3, 5, 7, 8, 9], "all pops after pushing 5, 3, 8, 1, 9, 2, 7")

    def test_keeps_each_of_several_equal_items(self):
        heap = pushed([4, 1, 4, 1, 4])
        self.assertEqual(len(heap), 5, f"five pushes should make size 5, not {len(heap)}")
        self.expect_list(pop_all(heap), [1, 1, 4, 4, 4], "all pops after pushing 4, 1, 4, 1, 4")

    def test_treats_zero_like_any_other_item(self):
        self.expect_list(pop_all(pushed([0, 2, -1, 0])), [-1, 0, 0, 2], "all pops after pushing 0, 2, -1, 0")

    def test_counts_its_items_through_pushes_and_pops(self):
        heap = MinHeap()
        sizes = []
        for item in (6, 4, 5):
            heap.push(item)
            sizes.append(len(heap))
        for _ in range(3):
            heap.pop()
            sizes.append(len(heap))
        self.expect_list(sizes, [1, 2, 3, 2, 1, 0], "size after three pushes and three pops")

    def test_takes_pushes_between_pops(self):
        heap = pushed([5, 9, 7])
        taken = [heap.pop()]
        for item in (1, 8):
            heap.push(item)
        taken += [heap.pop(), heap.pop()]
        heap.push(6)
        taken += pop_all(heap)
        self.expect_list(taken, [5, 1, 7, 6, 8, 9], "push 5 9 7, pop, push 1 8, pop twice, push 6, pop the rest")

    def test_works_again_after_it_ran_empty(self):
        heap = pushed([2])
        heap.pop()
        try:
            heap.pop()
        except IndexError:
            pass
        for item in (3, 1):
            heap.push(item)
        self.expect_list(pop_all(heap), [1, 3], "push 2, pop twice, push 3 and 1, pop the rest")

    def test_orders_by_the_comparator_it_is_given(self):
        heap = pushed([5, 3, 8, 1], descending)
        self.expect_list(pop_all(heap), [8, 5, 3, 1], "all pops after pushing 5, 3, 8, 1 with right - left")

    def test_gives_back_the_very_objects_it_was_given(self):
        jobs = [Job(f"job {priority}", priority) for priority in (3, 1, 2)]
        taken = pop_all(pushed(jobs, lambda left, right: left.priority - right.priority))
        names = [job.name for job in taken]
        self.expect_list(names, ["job 1", "job 2", "job 3"], "jobs of priority 3, 1, 2 by priority")
        self.assertIs(taken[0], jobs[1], "pop() should give back the same object that was pushed, not a copy")

    def test_leaves_ties_to_the_comparator(self):
        def by_priority_then_arrival(left, right):
            return left.priority - right.priority or left.arrival - right.arrival

        heap = pushed([Job(f"{place % 2}/{place}", place % 2, place) for place in range(40)], by_priority_then_arrival)
        expected = [f"0/{place}" for place in range(0, 40, 2)] + [f"1/{place}" for place in range(1, 40, 2)]
        self.expect_list([job.name for job in pop_all(heap)], expected, "40 jobs by priority, then by arrival")

    def test_is_built_from_an_array(self):
        heap = MinHeap.from_items([5, 3, 8, 1, 9, 2, 7])
        self.assertEqual(len(heap), 7, f"the size of from_items of seven items should be 7, not {len(heap)}")
        heap.push(4)
        self.expect_list(pop_all(heap), [1, 2, 3, 4, 5, 7, 8, 9], "from_items([5, 3, 8, 1, 9, 2, 7]), push 4, all pops")

    def test_is_built_from_very_short_arrays(self):
        for items in ([], [6], [6, 2], [6, 2, 4]):
            self.expect_list(pop_all(MinHeap.from_items(items)), sorted(items), f"all pops of from_items({items})")

    def test_is_built_with_a_comparator_of_its_own(self):
        heap = MinHeap.from_items([5, 3, 8, 1], descending)
        self.expect_list(pop_all(heap), [8, 5, 3, 1], "from_items([5, 3, 8, 1], right - left), all pops")

    def test_leaves_the_array_it_was_built_from_alone(self):
        items = [5, 3, 8, 1]
        heap = MinHeap.from_items(items)
        self.expect_list(items, [5, 3, 8, 1], "the list after from_items(list)")
        heap.push(0)
        self.expect_list(items, [5, 3, 8, 1], "the list after a push to the heap built from it")
        items[0] = -100
        self.expect_list(pop_all(heap), [0, 1, 3, 5, 8], "all pops after the list was changed from outside")

    def test_is_built_with_at_most_three_comparisons_an_item(self):
        n = 2000
        numbers = random.Random(11)
        inputs = {"descending": list(range(n, 0, -1)), "random": [numbers.random() for _ in range(n)]}
        for name, items in inputs.items():
            calls = 0

            def compare(left, right):
                nonlocal calls
                calls += 1
                return -1 if left < right else int(left > right)

            MinHeap.from_items(items, compare)
            self.assertLessEqual(
                calls, 3 * n, f"from_items of {n} items in {name} order: should compare at most {3 * n} times, not {calls}"
            )

    def test_agrees_with_sorting_on_200_random_lists(self):
        numbers = random.Random(7)
        for _ in range(200):
            items = [numbers.randrange(-15, 15) for _ in range(numbers.randrange(40))]
            self.expect_list(pop_all(pushed(items)), sorted(items), f"all pops after pushing {items}")
            self.expect_list(pop_all(MinHeap.from_items(items)), sorted(items), f"all pops of from_items({items})")

    def test_shares_nothing_with_other_heaps(self):
        one, other = MinHeap(), MinHeap()
        one.push(1)
        self.assertEqual(len(other), 0, f"a push to one heap should leave another at size 0, not {len(other)}")

    def test_is_written_from_scratch(self):
        ready_made = {"heapq", "heapify", "heappush", "heappop", "heapreplace", "heappushpop", "insort", "sort", "sorted"}
        for name, member in vars(MinHeap).items():
            code = getattr(getattr(member, "__func__", member), "__code__", None)
            used = ready_made.intersection(code.co_names if code else ())
            self.assertFalse(used, f"MinHeap.{name} should find the order itself, not with {', '.join(used)}")


if __name__ == "__main__":
    unittest.main()
