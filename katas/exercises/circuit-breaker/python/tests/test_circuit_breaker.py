import json
import re
import unittest
from pathlib import Path

from circuit_breaker import CircuitBreaker

# The same for every language: "10 begin a yes" begins call a at 10 ms; "20 fail a" and "20 ok a" report on it.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


class CircuitBreakerTest(unittest.TestCase):
    pass


def play(breaker, calls, verb, subject):
    if verb == "state":
        return breaker.state
    if verb == "ok":
        return calls[subject].succeeded()
    if verb == "fail":
        return calls[subject].failed()
    calls[subject] = breaker.begin()
    return "yes" if calls[subject] else "no"


def make_test(case):
    def run(self):
        now = [0]
        failures, open_ms, probes, steps = case["failures"], case["openMs"], case["probes"], case["steps"]
        breaker = CircuitBreaker(failures, open_ms, probes, lambda: now[0])
        calls = {}
        for place, step in enumerate(steps):
            at, verb, *rest = step.split(" ")
            now[0] = int(at)
            actual = play(breaker, calls, verb, rest[0])
            if verb in ("ok", "fail"):
                continue
            before = ", ".join(steps[:place]) or "nothing"
            story = f"{failures} failures open for {open_ms} ms, {probes} probes close; after {before}"
            self.assertEqual(actual, rest[-1], f'{story}: "{step}" should answer {rest[-1]}, not {actual}')

    return run


for case in CASES["breaker"]:
    setattr(CircuitBreakerTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case))
