import json
import os
import unittest

from simulator import record_causality
from vector import VectorClock, compare_vectors

with open(os.path.join(os.path.dirname(__file__), "cases.json"), encoding="utf-8") as file:
    CASES = json.load(file)["vector"]
STORM = {"loss": 0.2, "duplication": 0.2, "lateness": 0.2}


def known(vector):
    """Without the zeros, which say nothing."""
    return {node: count for node, count in vector.items() if count != 0}


def truth(one, other):
    if one.id == other.id:
        return "equal"
    if one.id in other.past:
        return "before"
    return "after" if other.id in one.past else "concurrent"


class VectorClockTest(unittest.TestCase):
    def test_knows_its_own_events_and_those_it_heard_of(self):
        for case in CASES["runs"]:
            clock = VectorClock("a")
            got = [known(clock.tick() if step == "tick" else clock.receive(step)) for step in case["steps"]]
            self.assertEqual(got, case["vectors"], f"Node a after {case['steps']}")

    def test_gives_stamps_that_later_events_do_not_change(self):
        clock = VectorClock("a")
        first = clock.tick()
        clock.tick()
        clock.receive({"b": 1})
        self.assertEqual(known(first), {"a": 1}, "The stamp of the first event, two events later")

    def test_leaves_the_message_it_received_alone(self):
        sent = {"b": 2}
        clock = VectorClock("a")
        clock.receive(sent)
        clock.tick()
        self.assertEqual(sent, {"b": 2}, "The stamp in the message")

    def test_tells_before_after_equal_and_concurrent_apart(self):
        for case in CASES["orders"]:
            one, other = case["one"], case["other"]
            self.assertEqual(compare_vectors(one, other), case["order"], f"{one} to {other}")

    def test_tells_exactly_what_could_have_caused_what(self):
        for seed in range(1, 21):
            events = record_causality(seed, lambda context: VectorClock(context.id), weather=STORM, duration=200)
            for one in events:
                for other in events:
                    expected = truth(one, other)
                    if compare_vectors(one.stamp, other.stamp) != expected:
                        got = compare_vectors(one.stamp, other.stamp)
                        self.fail(f"Seed {seed}: {one.stamp} to {other.stamp} is {expected}, not {got}")
