import json
import random
import re
import unittest
from pathlib import Path

from sliding_window import SlidingWindow

# The same for every language: "250 a yes" is allow("a") at 250 ms; "250 size 1" asks for the size.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


class SlidingWindowTest(unittest.TestCase):
    def test_never_lets_more_than_the_limit_through_in_any_window(self):
        source = random.Random(5)
        now = [0]
        window = SlidingWindow(4, 100, lambda: now[0])
        allowed = []
        for _ in range(2000):
            now[0] += source.randrange(40)
            inside = sum(at > now[0] - 100 for at in allowed[-4:])
            actual = window.allow("a")
            story = f"at {now[0]} ms {inside} of 4 calls were inside: allow should be {inside < 4}"
            self.assertEqual(actual, inside < 4, story)
            if actual:
                allowed.append(now[0])


def make_test(case):
    def run(self):
        now = [0]
        window = SlidingWindow(case["limit"], case["windowMs"], lambda: now[0])
        for place, step in enumerate(case["steps"]):
            at, key, expected = step.split(" ")
            now[0] = int(at)
            actual = str(len(window)) if key == "size" else "yes" if window.allow(key) else "no"
            before = ", ".join(case["steps"][:place]) or "nothing"
            story = f"{case['limit']} in {case['windowMs']} ms, after {before}"
            self.assertEqual(actual, expected, f'{story}: "{at} {key}" should be {expected}, not {actual}')

    return run


for case in CASES["slidingWindow"]:
    setattr(SlidingWindowTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case))
