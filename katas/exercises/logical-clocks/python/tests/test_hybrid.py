import json
import os
import unittest

from hybrid import HybridClock, compare_hybrid
from simulator import record_causality

with open(os.path.join(os.path.dirname(__file__), "cases.json"), encoding="utf-8") as file:
    CASES = json.load(file)["hybrid"]
SKEW = 60
STORM = {"loss": 0.1, "duplication": 0.2, "lateness": 0.2, "skews": 1, "skew": SKEW}


def to_stamp(pair):
    return {"time": pair[0], "count": pair[1]}


def sign(number):
    return (number > 0) - (number < 0)


class HybridClockTest(unittest.TestCase):
    def test_follows_the_clock_on_the_wall_and_counts_where_that_stands_still_or_goes_back(self):
        for case in CASES["runs"]:
            now = 0
            clock = HybridClock(lambda: now, 500)
            got = []
            for step in case["steps"]:
                now = step["now"]
                stamp = clock.receive(to_stamp(step["receive"])) if "receive" in step else clock.tick()
                got.append([stamp["time"], stamp["count"]])
            self.assertEqual(got, case["stamps"], f"After {case['steps']}")

    def test_orders_stamps_by_time_then_by_count(self):
        for case in CASES["orders"]:
            one, other = to_stamp(case["one"]), to_stamp(case["other"])
            self.assertEqual(sign(compare_hybrid(one, other)), case["sign"], f"{one} and {other}")

    def test_refuses_a_message_from_too_far_in_the_future(self):
        clock = HybridClock(lambda: 1000, 200)
        with self.assertRaises(ValueError, msg="It is 1000, and the message says 1201"):
            clock.receive({"time": 1201, "count": 0})
        believed = clock.receive({"time": 1200, "count": 3})
        self.assertEqual(believed, {"time": 1200, "count": 4}, "Exactly 200 ahead is believed")

    def test_is_not_changed_by_a_message_it_refuses(self):
        clock = HybridClock(lambda: 1000, 200)
        clock.tick()
        with self.assertRaises(ValueError):
            clock.receive({"time": 9000, "count": 7})
        self.assertEqual(clock.tick(), {"time": 1000, "count": 1}, "The second event at 1000")

    def test_keeps_every_cause_before_its_effect_though_clocks_are_wrong(self):
        for seed in range(1, 31):
            events = record_causality(seed, lambda context: HybridClock(context.now, 500), weather=STORM)
            for effect in events:
                for cause in effect.past:
                    stamp = events[cause].stamp
                    if compare_hybrid(stamp, effect.stamp) >= 0:
                        self.fail(f"Seed {seed}: {stamp} led to {effect.stamp} and must come first")

    def test_is_never_further_from_real_time_than_the_worst_clock(self):
        for seed in range(1, 31):
            for event in record_causality(seed, lambda context: HybridClock(context.now, 500), weather=STORM):
                time = event.stamp["time"]
                if time < event.shown:
                    self.fail(f"Seed {seed}: the node's clock shows {event.shown}, the stamp {time}")
                if time > event.at + SKEW:
                    self.fail(f"Seed {seed}: at {event.at} no clock is more than {SKEW} ahead: {time}")
