import json
import math
import re
import unittest
from pathlib import Path

from token_bucket import TokenBucket

# The same for every language: "250 take 1 yes" is take(1) at 250 ms; "250 wait 1 never" is wait_for(1).
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def play(bucket, call, cost):
    if call == "take":
        return "yes" if bucket.take(cost) else "no"
    wait = bucket.wait_for(cost)
    return "never" if wait == math.inf else str(wait)


class TokenBucketTest(unittest.TestCase):
    def test_takes_one_token_when_no_cost_is_named(self):
        bucket = TokenBucket(2, 1, lambda: 0)
        answers = [bucket.take(), bucket.wait_for(), bucket.take(), bucket.take(), bucket.wait_for()]
        story = "take, wait_for, take, take, wait_for without a cost, for 2 tokens"
        self.assertEqual(answers, [True, 0, True, False, 1000], story)


def make_test(case):
    def run(self):
        now = [case.get("start", 0)]
        bucket = TokenBucket(case["capacity"], case["perSecond"], lambda: now[0])
        for place, step in enumerate(case["steps"]):
            at, call, cost, expected = step.split(" ")
            now[0] = int(at)
            actual = play(bucket, call, int(cost))
            before = ", ".join(case["steps"][:place]) or "nothing"
            story = f"a bucket for {case['capacity']}, {case['perSecond']} a second, after {before}"
            self.assertEqual(actual, expected, f'{story}: "{at} {call} {cost}" should be {expected}, not {actual}')

    return run


for case in CASES["tokenBucket"]:
    setattr(TokenBucketTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case))
