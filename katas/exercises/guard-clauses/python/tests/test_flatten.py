import json
import re
import unittest
from dataclasses import asdict
from pathlib import Path

from refund import Order, decide_refund

# The same for every language: orders that differ from an ordinary one, and what is decided about them.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def read_record(line):
    """Reads "p-sd-o goods 30 999: pay 799 opened": paid, refunded, shipped, delivered, damaged (x), opened."""
    given, expected = line.split(": ")
    flags, kind, days, amount = given.split(" ")
    paid, refunded, shipped, delivered, damaged, opened = (flag in flags for flag in "prsdxo")
    order = Order(paid, refunded, shipped, delivered, kind, damaged, opened, False, int(days), int(amount))
    return order, expected


class ARefundTest(unittest.TestCase):
    def expect_decision(self, order, story, expected):
        decision = decide_refund(order)
        actual = decision and f"{decision.outcome} {decision.amount} {decision.reason}"
        self.assertEqual(actual, expected, f'{story}: should be "{expected}", not "{actual}"')

    def test_is_decided_as_it_always_was(self):
        for line in CASES["record"]:
            order, expected = read_record(line)
            self.expect_decision(order, str(order), expected)

    def test_leaves_the_order_as_it_was(self):
        order = Order(**{**CASES["base"], "opened": True})
        before = asdict(order)
        decide_refund(order)
        self.assertEqual(asdict(order), before, "decide_refund changed its order")


def make_test(examples):
    def run(self):
        for example in examples:
            story = f"delivered, unopened goods of 5 days and 2500 cents, but {example['given']}"
            order = Order(**{**CASES["base"], **example["given"]})
            self.expect_decision(order, story, " ".join(map(str, example["then"])))

    return run


for case in CASES["flatten"]:
    setattr(ARefundTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case["examples"]))
