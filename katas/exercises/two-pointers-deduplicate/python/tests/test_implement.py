import random
import unittest

from deduplicate import deduplicate


class WatchedList(list):
    """A list that notes its reads and writes.

    `carried[moment]` counts the numbers that were read before that moment and written after it without another look:
    they had to be kept somewhere meanwhile. In place that is a handful, with a copy it is all of them.
    """

    def __init__(self, numbers):
        super().__init__(numbers)
        self.carried = []
        self.last_read = {}

    def note_read(self, value):
        self.carried.append(0)
        self.last_read[value] = len(self.carried)
        return value

    def note_write(self, value):
        for moment in range(self.last_read.get(value, len(self.carried)), len(self.carried)):
            self.carried[moment] += 1
        return value

    def __getitem__(self, place):
        found = super().__getitem__(place)
        return [self.note_read(value) for value in found] if isinstance(place, slice) else self.note_read(found)

    def __setitem__(self, place, given):
        if isinstance(place, slice):
            super().__setitem__(place, [self.note_write(value) for value in list(given)])
        else:
            super().__setitem__(place, self.note_write(given))

    def __iter__(self):
        return map(self.note_read, super().__iter__())

    def copy(self):
        return list(self)

    def append(self, value):
        super().append(self.note_write(value))

    def extend(self, values):
        super().extend([self.note_write(value) for value in list(values)])

    def insert(self, place, value):
        super().insert(place, self.note_write(value))

    def pop(self, place=-1):
        return self.note_read(super().pop(place))

    def sort(self, **options):
        self[:] = sorted(self, **options)


class DeduplicateTest(unittest.TestCase):
    def expect_front(self, numbers, expected):
        """Calls deduplicate on a copy and compares the count, and as many numbers at the front of the list."""
        items = list(numbers)
        count = deduplicate(items)
        actual = (count, items[:count])
        self.assertEqual(
            actual,
            (len(expected), expected),
            f"deduplicate({numbers}) should answer {len(expected)} with {expected} at the front,"
            f" and answered {count} with {items[:count]} at the front",
        )

    def test_keeps_one_of_each_in_the_worked_example(self):
        self.expect_front([2, 2, 3, 5, 5, 5, 8], [2, 3, 5, 8])

    def test_shortens_a_run_at_the_front(self):
        self.expect_front([1, 1, 1, 4, 6], [1, 4, 6])

    def test_shortens_a_run_at_the_end(self):
        self.expect_front([1, 4, 6, 6, 6], [1, 4, 6])

    def test_shortens_runs_that_follow_each_other_directly(self):
        self.expect_front([3, 3, 4, 4, 5, 5], [3, 4, 5])

    def test_keeps_a_list_without_repeats_as_it_is(self):
        self.expect_front([1, 2, 3, 7], [1, 2, 3, 7])

    def test_boils_a_list_of_equal_numbers_down_to_one(self):
        self.expect_front([9, 9, 9, 9], [9])

    def test_answers_zero_for_an_empty_list(self):
        self.expect_front([], [])

    def test_keeps_a_single_number(self):
        self.expect_front([6], [6])

    def test_treats_zero_and_negative_numbers_like_any_other(self):
        self.expect_front([-3, -3, -1, 0, 0, 2], [-3, -1, 0, 2])
        self.expect_front([0, 0, 0], [0])

    def test_finds_nothing_more_to_remove_the_second_time(self):
        items = [1, 1, 2, 4, 4, 4, 9]
        count = deduplicate(items)
        front = items[:count]
        self.assertEqual(front, [1, 2, 4, 9], f"the first call on [1, 1, 2, 4, 4, 4, 9] left {front} at the front")
        self.expect_front(front, [1, 2, 4, 9])

    def test_agrees_with_a_set_on_300_random_lists(self):
        source = random.Random(77)
        for _ in range(300):
            numbers = sorted(source.randint(-4, 4) for _ in range(source.randint(0, 11)))
            self.expect_front(numbers, sorted(set(numbers)))

    def test_works_in_place_without_a_copy_of_the_list(self):
        watched = WatchedList(place // 2 for place in range(100))
        count = deduplicate(watched)
        self.assertEqual(count, 50, f"deduplicate([0, 0, 1, 1, … 49, 49]) should answer 50, not {count}")
        most = max(watched.carried, default=0)
        self.assertLessEqual(
            most,
            8,
            "deduplicate([0, 0, 1, 1, … 49, 49]) should keep a few numbers beside the list at a time,"
            f" but wrote numbers that were read long before: it kept {most} at once",
        )

    def test_shortens_a_list_of_five_thousand_numbers(self):
        numbers = [place // 5 for place in range(5000)]
        count = deduplicate(numbers)
        self.assertEqual(count, 1000, f"a thousand numbers, five of each: deduplicate should answer 1000, not {count}")
        wrong = next((place for place in range(1000) if numbers[place] != place), None)
        self.assertIsNone(wrong, f"a thousand numbers, five of each: place {wrong} should hold {wrong}")
