import random
import unittest

from pair_sum import pair_sum


def has_pair(numbers, target):
    """Tries every pair: slow, and plainly right."""
    return any(
        number + partner == target
        for place, number in enumerate(numbers)
        for partner in numbers[place + 1 :]
    )


class PairSumTest(unittest.TestCase):
    def expect_pair(self, numbers, target, expected):
        """Calls pair_sum and compares its answer with the one answer that is right."""
        actual = pair_sum(list(numbers), target)
        self.assertEqual(actual, expected, f"pair_sum({numbers}, {target}) should be {expected}, not {actual}")

    def expect_any_pair(self, numbers, target):
        """For lists with several right answers: takes any pair of different places, in order, that adds up."""
        actual = pair_sum(list(numbers), target)
        call = f"pair_sum({numbers}, {target})"
        self.assertTrue(
            isinstance(actual, tuple) and len(actual) == 2, f"{call} should be a pair of places, not {actual}"
        )
        left, right = actual
        self.assertTrue(
            0 <= left < right, f"{call} should name two different places, the smaller first, not {actual}"
        )
        self.assertEqual(
            numbers[left] + numbers[right], target, f"{call} answered {actual}, which adds up to something else"
        )

    def test_finds_the_pair_of_the_worked_example(self):
        self.expect_pair([1, 3, 4, 6, 8, 11], 10, (2, 3))

    def test_finds_the_pair_at_both_ends(self):
        self.expect_pair([2, 5, 9, 14], 16, (0, 3))

    def test_finds_two_neighbours_in_the_middle(self):
        self.expect_pair([1, 5, 6, 20], 11, (1, 2))

    def test_says_so_when_no_two_numbers_add_up_to_the_target(self):
        self.expect_pair([1, 2, 4, 9], 7, None)

    def test_finds_nothing_in_an_empty_list(self):
        self.expect_pair([], 0, None)

    def test_finds_nothing_in_a_list_of_one_number(self):
        self.expect_pair([5], 10, None)
        self.expect_pair([5], 5, None)

    def test_never_pairs_a_number_with_itself(self):
        self.expect_pair([1, 3, 8], 6, None)
        self.expect_pair([3, 4, 10], 20, None)

    def test_pairs_two_equal_numbers_at_different_places(self):
        self.expect_pair([1, 3, 3, 8], 6, (1, 2))

    def test_works_with_negative_numbers(self):
        self.expect_pair([-8, -3, 0, 2, 7], -6, (0, 3))
        self.expect_pair([-9, -5, -2], -14, (0, 1))
        self.expect_pair([3, 6, 10], -7, None)

    def test_finds_a_pair_that_adds_up_to_zero(self):
        self.expect_pair([-4, -1, 2, 4], 0, (0, 3))

    def test_gives_any_one_pair_when_several_fit(self):
        self.expect_any_pair([1, 2, 3, 4, 5, 6], 7)
        self.expect_any_pair([0, 0, 0, 0], 0)

    def test_leaves_the_list_as_it_was(self):
        numbers = [-2, 1, 1, 5, 9]
        pair_sum(numbers, 6)
        self.assertEqual(
            numbers, [-2, 1, 1, 5, 9], "pair_sum([-2, 1, 1, 5, 9], 6) changed the list it was given"
        )

    def test_agrees_with_trying_every_pair_on_400_random_lists(self):
        source = random.Random(2024)
        for _ in range(400):
            numbers = sorted(source.randint(-15, 15) for _ in range(source.randint(0, 8)))
            target = source.randint(-20, 20)
            if has_pair(numbers, target):
                self.expect_any_pair(numbers, target)
            else:
                self.expect_pair(numbers, target, None)

    def test_finds_the_only_pair_among_five_hundred_numbers(self):
        numbers = [4 * place for place in range(500)]
        numbers[300] += 1
        numbers[425] += 1
        actual = pair_sum(numbers, numbers[300] + numbers[425])
        wanted = (
            "the numbers are 4 times their place, the ones at 300 and 425 are larger by 1, and the target is their sum"
        )
        self.assertEqual(actual, (300, 425), f"{wanted}: expected (300, 425), not {actual}")
