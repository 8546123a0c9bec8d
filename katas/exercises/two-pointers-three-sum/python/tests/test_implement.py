import random
import unittest
from itertools import combinations

from three_sum import three_sum


def in_order(triples):
    """Each triple from small to large and the triples in order: the task leaves both to you."""
    return sorted(tuple(sorted(triple)) for triple in triples)


def every_triple(numbers, target):
    """Tries every choice of three places: slow, and plainly right."""
    return {tuple(sorted(triple)) for triple in combinations(numbers, 3) if sum(triple) == target}


class ThreeSumTest(unittest.TestCase):
    maxDiff = None

    def expect_triples(self, numbers, target, expected):
        """Calls three_sum and compares what it found, in whatever order, with what is right."""
        answer = three_sum(list(numbers), target)
        call = f"three_sum({numbers}, {target})"
        self.assertIsInstance(answer, list, f"{call} should be a list of triples, not {answer}")
        actual = in_order(answer)
        wanted = in_order(expected)
        self.assertEqual(actual, wanted, f"{call} should be {wanted}, not {actual}")

    def test_finds_both_combinations_of_the_worked_example(self):
        self.expect_triples([4, -1, 2, 1, -3, 2], 3, [(-3, 2, 4), (-1, 2, 2)])

    def test_finds_nothing_when_no_three_numbers_add_up(self):
        self.expect_triples([1, 2, 4, 8], 9, [])

    def test_gives_each_combination_once_although_values_repeat(self):
        self.expect_triples([1, 1, 2, 2, 3, 3], 6, [(1, 2, 3)])

    def test_uses_each_place_once(self):
        self.expect_triples([3, 3, 1], 9, [])
        self.expect_triples([4, 1, 9], 12, [])

    def test_takes_three_equal_numbers_from_three_places(self):
        self.expect_triples([3, 3, 3], 9, [(3, 3, 3)])
        self.expect_triples([0, 0, 0, 0, 0], 0, [(0, 0, 0)])

    def test_takes_an_equal_pair_at_the_small_end_or_at_the_large_end(self):
        self.expect_triples([5, 1, 1], 7, [(1, 1, 5)])
        self.expect_triples([5, 5, 1], 11, [(1, 5, 5)])

    def test_finds_several_combinations_that_begin_with_the_same_number(self):
        self.expect_triples([1, 7, 2, 6, 3, 5, 4], 10, [(1, 2, 7), (1, 3, 6), (1, 4, 5), (2, 3, 5)])

    def test_finds_nothing_in_a_list_of_fewer_than_three_numbers(self):
        self.expect_triples([], 0, [])
        self.expect_triples([5], 5, [])
        self.expect_triples([2, 3], 5, [])

    def test_works_with_negative_numbers_and_a_negative_target(self):
        self.expect_triples([-5, -1, -4, 2], -10, [(-5, -4, -1)])
        self.expect_triples([-7, 3, -2, 1], -6, [(-7, -2, 3)])

    def test_compares_numbers_by_value_and_not_by_their_digits(self):
        self.expect_triples([100, 9, 20, 3], 32, [(3, 9, 20)])
        self.expect_triples([-10, -9, 8, 30, 11], 9, [(-10, 8, 11)])

    def test_leaves_the_list_as_it_was(self):
        numbers = [9, -1, 4, 0]
        three_sum(numbers, 3)
        self.assertEqual(numbers, [9, -1, 4, 0], "three_sum([9, -1, 4, 0], 3) changed the list it was given")

    def test_agrees_with_trying_every_triple_on_250_random_lists(self):
        source = random.Random(31)
        for _ in range(250):
            numbers = [source.randint(-10, 10) for _ in range(source.randint(0, 10))]
            target = source.randint(-12, 12)
            self.expect_triples(numbers, target, every_triple(numbers, target))

    def test_finds_the_only_combination_among_150_numbers(self):
        numbers = [4 * ((place * 37) % 150) for place in range(150)]
        for place in (20, 70, 149):
            numbers[place] += 1
        triple = (numbers[20], numbers[70], numbers[149])
        self.expect_triples(numbers, sum(triple), [triple])
