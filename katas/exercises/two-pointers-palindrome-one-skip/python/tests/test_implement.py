import json
import random
import unittest
from itertools import product
from pathlib import Path

from almost_palindrome import is_almost_palindrome

# Plain examples, the same for every language: groups of texts and the answer that is right for all of the group.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def by_every_skip(text):
    """Leaves out each character in turn: slow, and plainly right."""
    candidates = [text] + [text[:place] + text[place + 1 :] for place in range(len(text))]
    return any(candidate == candidate[::-1] for candidate in candidates)


class IsAlmostPalindromeTest(unittest.TestCase):
    def expect_answer(self, text, expected):
        actual = is_almost_palindrome(text)
        self.assertIs(actual, expected, f"is_almost_palindrome({text!r}) should be {expected}, not {actual}")

    def expect_cases(self, group):
        for text in CASES[group]["texts"]:
            self.expect_answer(text, CASES[group]["answer"])

    def test_accepts_the_text_of_the_worked_example(self):
        self.expect_answer("noxoan", True)

    def test_accepts_texts_that_read_the_same_both_ways(self):
        self.expect_cases("readTheSameBothWays")

    def test_accepts_one_stray_character_in_the_first_half(self):
        self.expect_cases("strayInTheFirstHalf")

    def test_accepts_one_stray_character_in_the_second_half(self):
        self.expect_cases("strayInTheSecondHalf")

    def test_accepts_one_stray_character_in_the_middle(self):
        self.expect_cases("strayInTheMiddle")

    def test_accepts_one_stray_character_at_an_end(self):
        self.expect_cases("strayAtAnEnd")

    def test_tries_both_sides_when_either_could_be_the_stray_one(self):
        self.expect_cases("eitherCouldBeTheStray")

    def test_rejects_texts_with_two_stray_characters(self):
        self.expect_cases("twoStrays")

    def test_rejects_texts_of_different_characters_only(self):
        self.expect_cases("allDifferent")

    def test_accepts_the_empty_text_and_texts_of_one_or_two_characters(self):
        self.expect_cases("tiny")

    def test_tells_capitals_and_spaces_apart(self):
        self.expect_cases("capitalsAndSpaces")

    def test_agrees_with_leaving_out_each_character_in_turn_on_every_text_of_up_to_nine_letters_a_and_b(self):
        for length in range(10):
            for letters in product("ab", repeat=length):
                text = "".join(letters)
                self.expect_answer(text, by_every_skip(text))

    def test_agrees_with_leaving_out_each_character_in_turn_on_300_random_texts(self):
        source = random.Random(8)
        for attempt in range(300):
            letters = [source.choice("abc") for _ in range(source.randint(0, 7))]
            mirrored = letters + letters[::-1]
            for _ in range(attempt % 3):
                mirrored.insert(source.randint(0, len(mirrored)), source.choice("abc"))
            text = "".join(mirrored)
            self.expect_answer(text, by_every_skip(text))

    def test_judges_texts_of_six_hundred_characters(self):
        half = "abcdefghij" * 30
        mirrored = half[::-1]
        given = "three hundred letters, X, the same letters backwards"
        self.assertIs(is_almost_palindrome(f"{half}X{mirrored}"), True, f"{given}: should be True")
        self.assertIs(
            is_almost_palindrome(f"{half}XY{mirrored}"), True, f"{given}, but XY in place of X: should be True"
        )
        self.assertIs(
            is_almost_palindrome(f"{half}XYZ{mirrored}"), False, f"{given}, but XYZ in place of X: should be False"
        )
