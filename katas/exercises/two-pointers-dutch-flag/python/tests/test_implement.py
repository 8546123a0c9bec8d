import random
import unittest

from partition import partition


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


class PartitionTest(unittest.TestCase):
    maxDiff = None

    def expect_groups(self, numbers, pivot):
        """Calls partition on a copy and looks at the answer and at the three groups.

        The order inside a group is free, so the groups are sorted before they are compared.
        """
        below = [number for number in numbers if number < pivot]
        equal = [number for number in numbers if number == pivot]
        above = [number for number in numbers if number > pivot]
        start, end = len(below), len(below) + len(equal)

        items = list(numbers)
        answer = partition(items, pivot)
        actual = {
            "answer": answer,
            "below": sorted(items[:start]),
            "equal": items[start:end],
            "above": sorted(items[end:]),
        }
        expected = {"answer": (start, end), "below": sorted(below), "equal": equal, "above": sorted(above)}
        self.assertEqual(
            actual,
            expected,
            f"partition({numbers}, {pivot}) should answer {(start, end)} with the groups {below} {equal} {above};"
            f" it answered {answer} and left {items}",
        )

    def test_makes_the_three_groups_of_the_worked_example(self):
        self.expect_groups([7, 5, 2, 5, 8, 1, 5], 5)

    def test_leaves_groups_that_are_in_place(self):
        self.expect_groups([1, 3, 4, 4, 6, 9], 4)

    def test_turns_descending_groups_round(self):
        self.expect_groups([9, 6, 4, 4, 3, 1], 4)

    def test_looks_at_a_number_that_came_back_from_the_end(self):
        self.expect_groups([5, 9, 1], 5)
        self.expect_groups([5, 5, 8, 7, 2, 3], 5)

    def test_answers_the_whole_list_when_all_are_equal_to_the_pivot(self):
        self.expect_groups([3, 3, 3, 3], 3)

    def test_answers_an_empty_range_between_the_groups_when_the_pivot_is_missing(self):
        self.expect_groups([8, 1, 9, 2, 3], 5)

    def test_answers_an_empty_range_at_the_end_when_all_are_below_the_pivot(self):
        self.expect_groups([4, 2, 3], 9)

    def test_answers_an_empty_range_at_the_front_when_all_are_above_the_pivot(self):
        self.expect_groups([4, 2, 3], 1)

    def test_handles_an_empty_list(self):
        self.expect_groups([], 0)

    def test_handles_a_single_number(self):
        self.expect_groups([5], 5)
        self.expect_groups([4], 5)
        self.expect_groups([6], 5)

    def test_treats_zero_and_negative_numbers_like_any_other(self):
        self.expect_groups([0, -2, 3, 0, -5, 0, 1], 0)
        self.expect_groups([-4, -9, -1, -4], -4)

    def test_makes_the_right_groups_of_400_random_lists(self):
        source = random.Random(3)
        for _ in range(400):
            numbers = [source.randint(-4, 4) for _ in range(source.randint(0, 10))]
            self.expect_groups(numbers, source.randint(-3, 3))

    def test_works_in_place_without_a_copy_of_the_list(self):
        watched = WatchedList((place * 37) % 101 for place in range(101))
        answer = partition(watched, 50)
        given = "the numbers 0 to 100, mixed, and the pivot 50"
        self.assertEqual(answer, (50, 51), f"{given}: expected (50, 51), not {answer}")
        most = max(watched.carried, default=0)
        self.assertLessEqual(
            most,
            8,
            f"{given}: partition should keep a few numbers beside the list at a time,"
            f" but wrote numbers that were read long before: it kept {most} at once",
        )

    def test_groups_six_hundred_numbers(self):
        numbers = [(place * 7) % 3 for place in range(600)]
        answer = partition(numbers, 1)
        given = "two hundred each of 0, 1 and 2, mixed, and the pivot 1"
        self.assertEqual(answer, (200, 400), f"{given}: expected (200, 400), not {answer}")
        wrong = next((place for place in range(600) if numbers[place] != place // 200), None)
        self.assertIsNone(wrong, f"{given}: place {wrong} holds a number of another group")
