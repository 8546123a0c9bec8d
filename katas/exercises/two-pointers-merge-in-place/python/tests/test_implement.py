import random
import unittest

from merge_into import merge_into


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


class MergeIntoTest(unittest.TestCase):
    def expect_merged(self, own, source, expected, room=0):
        """Makes a target with room behind its own numbers, calls merge_into and compares the whole target."""
        target = own + [room] * len(source)
        call = f"merge_into({target}, {len(own)}, {source})"
        merge_into(target, len(own), list(source))
        self.assertEqual(target, expected, f"{call} should leave {expected} in the target, not {target}")

    def test_merges_the_worked_example(self):
        self.expect_merged([2, 5, 9], [1, 6], [1, 2, 5, 6, 9])

    def test_puts_larger_numbers_behind(self):
        self.expect_merged([1, 2, 3], [7, 8], [1, 2, 3, 7, 8])

    def test_puts_smaller_numbers_in_front(self):
        self.expect_merged([7, 8, 9], [1, 2], [1, 2, 7, 8, 9])

    def test_takes_turns_when_the_numbers_alternate(self):
        self.expect_merged([1, 3, 5, 7], [2, 4, 6, 8], [1, 2, 3, 4, 5, 6, 7, 8])

    def test_keeps_equal_numbers_from_both_sides(self):
        self.expect_merged([1, 4, 4, 6], [4, 6, 6], [1, 4, 4, 4, 6, 6, 6])

    def test_takes_everything_from_the_source_when_the_target_has_no_numbers(self):
        self.expect_merged([], [3, 5, 8], [3, 5, 8])
        self.expect_merged([], [], [])

    def test_changes_nothing_when_the_source_is_empty(self):
        self.expect_merged([2, 4, 6], [], [2, 4, 6])

    def test_merges_a_single_number_into_each_place(self):
        self.expect_merged([2, 4], [1], [1, 2, 4])
        self.expect_merged([2, 4], [3], [2, 3, 4])
        self.expect_merged([2, 4], [5], [2, 4, 5])

    def test_treats_zero_and_negative_numbers_like_any_other(self):
        self.expect_merged([-4, 0, 0, 3], [-9, -1, 0], [-9, -4, -1, 0, 0, 0, 3])
        self.expect_merged([-3, -2], [-5], [-5, -3, -2])

    def test_takes_no_notice_of_what_stands_in_the_room(self):
        self.expect_merged([2, 5], [1, 6], [1, 2, 5, 6], room=99)
        self.expect_merged([2, 5], [1, 6], [1, 2, 5, 6], room=-99)
        self.expect_merged([2, 5], [1, 6], [1, 2, 5, 6], room=2)

    def test_leaves_the_source_as_it_was(self):
        source = [1, 4, 9]
        merge_into([2, 3, 0, 0, 0], 2, source)
        self.assertEqual(source, [1, 4, 9], "merge_into([2, 3, 0, 0, 0], 2, [1, 4, 9]) changed the source")

    def test_agrees_with_sorting_both_together_on_300_random_pairs_of_lists(self):
        numbers = random.Random(12)
        for _ in range(300):
            own = sorted(numbers.randint(-9, 9) for _ in range(numbers.randint(0, 7)))
            source = sorted(numbers.randint(-9, 9) for _ in range(numbers.randint(0, 7)))
            self.expect_merged(own, source, sorted(own + source))

    def test_works_in_place_without_a_copy_of_the_list(self):
        own = [2 * place for place in range(60)]
        source = [2 * place + 1 for place in range(60)]
        target = WatchedList(own + [-1] * 60)
        merge_into(target, 60, source)
        carried = list(target.carried)
        given = "0, 2, … 118 merged with 1, 3, … 119"
        wrong = next((place for place in range(120) if target[place] != place), None)
        self.assertIsNone(wrong, f"{given}: place {wrong} should hold {wrong}")
        most = max(carried, default=0)
        self.assertLessEqual(
            most,
            8,
            f"{given}: merge_into should keep a few numbers of the target beside it at a time,"
            f" but wrote numbers that were read long before: it kept {most} at once",
        )

    def test_merges_two_lists_of_five_hundred_numbers(self):
        own = [3 * place for place in range(500)]
        source = [2 * place + 1 for place in range(500)]
        target = own + [0] * 500
        merge_into(target, 500, source)
        expected = sorted(own + source)
        given = "0, 3, … 1497 merged with 1, 3, … 999"
        self.assertEqual(len(target), 1000, f"{given}: the target should hold 1000 numbers, not {len(target)}")
        wrong = next((place for place in range(1000) if target[place] != expected[place]), None)
        self.assertIsNone(wrong, f"{given}: place {wrong} should hold {expected[wrong or 0]}, not {target[wrong or 0]}")
