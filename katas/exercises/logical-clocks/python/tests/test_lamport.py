import functools
import json
import os
import unittest

from lamport import LamportClock, compare_stamps
from simulator import record_causality

with open(os.path.join(os.path.dirname(__file__), "cases.json"), encoding="utf-8") as file:
    CASES = json.load(file)["lamport"]
STORM = {"loss": 0.2, "duplication": 0.2, "lateness": 0.2}


def sign(number):
    return (number > 0) - (number < 0)


class LamportClockTest(unittest.TestCase):
    def test_counts_its_own_events_from_one(self):
        clock = LamportClock("a")
        times = [clock.tick()["time"] for _ in range(3)]
        self.assertEqual(times, [1, 2, 3], "The first three events of a node")

    def test_stamps_with_its_own_name(self):
        clock = LamportClock("a")
        self.assertEqual(clock.tick()["node"], "a")
        arrival = clock.receive({"time": 4, "node": "b"})
        self.assertEqual(arrival["node"], "a", "The arrival is an event of the node it arrives at")

    def test_is_past_what_it_received_and_never_goes_back(self):
        for case in CASES["runs"]:
            clock = LamportClock("a")
            got = []
            for step in case["steps"]:
                stamp = clock.tick() if step == "tick" else clock.receive({"time": step, "node": "b"})
                got.append(stamp["time"])
            self.assertEqual(got, case["times"], f"After {case['steps']}, where a number is a message of that time")

    def test_shares_nothing_with_other_clocks(self):
        LamportClock("a").receive({"time": 50, "node": "c"})
        self.assertEqual(LamportClock("b").tick()["time"], 1)

    def test_orders_stamps_by_time_then_by_name(self):
        for case in CASES["orders"]:
            one, other = case["one"], case["other"]
            self.assertEqual(sign(compare_stamps(one, other)), case["sign"], f"{one} and {other}")

    def test_keeps_every_cause_before_its_effect(self):
        for seed in range(1, 31):
            events = record_causality(seed, lambda context: LamportClock(context.id), weather=STORM)
            for effect in events:
                for cause in effect.past:
                    stamp = events[cause].stamp
                    if compare_stamps(stamp, effect.stamp) >= 0:
                        self.fail(f"Seed {seed}: {stamp} led to {effect.stamp} and must come first")

    def test_gives_all_events_one_order_the_same_for_everyone(self):
        for seed in range(1, 11):
            events = record_causality(seed, lambda context: LamportClock(context.id), weather=STORM)
            stamps = [event.stamp for event in events]
            key = functools.cmp_to_key(compare_stamps)
            forward = [f"{each['time']}{each['node']}" for each in sorted(stamps, key=key)]
            backward = [f"{each['time']}{each['node']}" for each in sorted(reversed(stamps), key=key)]
            self.assertEqual(" ".join(forward), " ".join(backward), f"Seed {seed}: sorted twice, from two orders")
            self.assertEqual(len(set(forward)), len(stamps), f"Seed {seed}: no two events have the same stamp")
