import json
import random
import unittest
from pathlib import Path

from most_water import most_water

# Plain examples, the same for every language: lists of walls and the water they hold.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def water_by_every_pair(heights):
    """Tries every pair of walls: slow, and plainly right."""
    return max(
        (
            min(heights[left], heights[right]) * (right - left)
            for right in range(len(heights))
            for left in range(right)
        ),
        default=0,
    )


class MostWaterTest(unittest.TestCase):
    def expect_water(self, heights, expected):
        actual = most_water(list(heights))
        self.assertEqual(actual, expected, f"most_water({heights}) should be {expected}, not {actual}")

    def expect_cases(self, group):
        for case in CASES[group]:
            self.expect_water(case["heights"], case["water"])

    def test_finds_the_water_of_the_worked_example(self):
        self.expect_water([3, 1, 6, 4, 5, 2], 12)

    def test_measures_two_walls_by_the_lower_one(self):
        self.expect_cases("twoWalls")

    def test_takes_low_walls_far_apart_over_high_walls_side_by_side(self):
        self.expect_water([5, 1, 7, 8, 1, 5], 25)

    def test_takes_high_walls_side_by_side_over_low_walls_far_apart(self):
        self.expect_water([1, 1, 9, 9, 1, 1], 9)

    def test_finds_the_best_pair_away_from_both_ends(self):
        self.expect_water([1, 2, 8, 3, 3, 8, 2, 1], 24)

    def test_holds_no_water_with_fewer_than_two_walls(self):
        self.expect_cases("fewerThanTwoWalls")

    def test_holds_no_water_at_a_wall_of_no_height(self):
        self.expect_cases("wallsOfNoHeight")

    def test_measures_rising_and_falling_walls(self):
        self.expect_cases("slopes")

    def test_takes_the_widest_of_equal_walls(self):
        self.expect_cases("equalWalls")

    def test_looks_further_inside_when_the_ends_are_equally_high(self):
        self.expect_cases("tiesAtTheEnds")

    def test_leaves_the_list_as_it_was(self):
        heights = [2, 7, 1, 6]
        most_water(heights)
        self.assertEqual(heights, [2, 7, 1, 6], "most_water([2, 7, 1, 6]) changed the list it was given")

    def test_agrees_with_trying_every_pair_on_400_random_lists(self):
        source = random.Random(5)
        for _ in range(400):
            heights = [source.randint(0, 15) for _ in range(source.randint(0, 9))]
            self.expect_water(heights, water_by_every_pair(heights))

    def test_finds_the_best_of_six_hundred_walls(self):
        heights = [1 + (place * 7) % 50 for place in range(600)]
        heights[120] = 1000
        heights[450] = 900
        actual = most_water(heights)
        walls = "walls of at most 50, but one of 1000 at place 120 and one of 900 at place 450"
        self.assertEqual(actual, 297000, f"{walls}, hold 900 × 330 = 297000, not {actual}")
