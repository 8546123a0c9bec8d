import json
import re
import unittest
from pathlib import Path

from refund import Order, decide_refund

# The same for every language: orders that differ from an ordinary one, and what is decided about them.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


class TheNewRulesTest(unittest.TestCase):
    def expect_decision(self, given, expected):
        decision = decide_refund(Order(**{**CASES["base"], **given}))
        actual = decision and f"{decision.outcome} {decision.amount} {decision.reason}"
        story = f"delivered, unopened goods of 5 days and 2500 cents, but {given}"
        self.assertEqual(actual, expected, f'{story}: should be "{expected}", not "{actual}"')


def make_test(examples):
    def run(self):
        for example in examples:
            self.expect_decision(example["given"], " ".join(map(str, example["then"])))

    return run


for case in CASES["newRules"]:
    setattr(TheNewRulesTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case["examples"]))
