import json
import re
import unittest
from pathlib import Path

from circuit_breaker import CircuitBreaker
from retry import CircuitOpenError, retry

# The same for every language: what each call does, and what comes out. Only "busy" is worth another call.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


class World:
    """A service that does one thing after the other, a clock that only moves when somebody waits, a note of all waits."""

    def __init__(self, outcomes, call_ms=0):
        self.now = 0
        self.calls = 0
        self.slept = []
        self.outcomes = outcomes
        self.call_ms = call_ms

    def clock(self):
        return self.now

    def sleep(self, ms):
        self.slept.append(ms)
        self.now += ms

    def call(self):
        outcome = self.outcomes[self.calls] if self.calls < len(self.outcomes) else "called once too often"
        self.calls += 1
        self.now += self.call_ms
        if outcome != "ok":
            raise RuntimeError(outcome)
        return outcome

    def play(self, **options):
        common = {
            "attempts": 3,
            "base_ms": 100,
            "cap_ms": 1000,
            "random": lambda: 0.5,
            "clock": self.clock,
            "sleep": self.sleep,
            "is_worth_retrying": lambda error: str(error) == "busy",
        }
        try:
            return retry(self.call, **{**common, **options})
        except CircuitOpenError:
            return "circuit open"
        except RuntimeError as error:
            return f"throws {error}"


class RetryWithJitterTest(unittest.TestCase):
    def test_gives_back_the_very_value_of_the_call(self):
        value = {"answer": 42}
        actual = retry(lambda: value, 2, 1, 1, lambda: 0, World([]).sleep, lambda error: True)
        self.assertIs(actual, value, "the value of the call should come back as it is")

    def test_needs_no_clock_when_there_is_no_budget(self):
        actual = World(["busy", "ok"]).play(clock=None)
        self.assertEqual(actual, "ok", f'busy, ok without clock and budget: should end as "ok", not "{actual}"')

    def test_tells_the_breaker_how_each_call_went(self):
        world = World(["busy", "busy", "ok"])
        breaker = CircuitBreaker(2, 60, 1, world.clock)
        actual = world.play(breaker=breaker)
        story = f'busy, busy, ok with a breaker that opens for 60 ms and a wait of 100: got "{actual}"'
        self.assertEqual(actual, "ok", story)
        self.assertEqual(breaker.state, "closed", "the third call was a good probe: the breaker should be closed")

    def test_does_not_call_or_wait_while_the_circuit_is_open(self):
        world = World(["busy", "ok"])
        breaker = CircuitBreaker(1, 5000, 1, world.clock)
        breaker.begin().failed()
        actual = world.play(breaker=breaker)
        self.assertEqual(actual, "circuit open", f'an open circuit should end as CircuitOpenError, not "{actual}"')
        self.assertEqual(world.calls, 0, f"an open circuit should be called 0 times, not {world.calls}")
        self.assertEqual(world.slept, [], "an open circuit should not be waited for")

    def test_stops_when_the_circuit_opens_on_the_way(self):
        world = World(["busy", "busy", "busy", "ok"])
        breaker = CircuitBreaker(2, 5000, 1, world.clock)
        actual = world.play(breaker=breaker, attempts=9)
        story = f'busy, busy opens the circuit: should end as CircuitOpenError, not "{actual}"'
        self.assertEqual(actual, "circuit open", story)
        self.assertEqual(world.calls, 2, f"the circuit opens after 2 calls: should call 2 times, not {world.calls}")

    def test_does_not_hold_a_wrong_request_against_the_service(self):
        world = World(["wrong"])
        breaker = CircuitBreaker(1, 5000, 1, world.clock)
        world.play(breaker=breaker)
        story = "an error that is not worth retrying should not open the circuit"
        self.assertEqual(breaker.state, "closed", story)

    def test_does_not_retry_an_open_circuit_though_every_error_seems_worth_it(self):
        world = World(["busy", "ok"])
        breaker = CircuitBreaker(1, 5000, 1, world.clock)
        actual = world.play(breaker=breaker, attempts=4, is_worth_retrying=lambda error: True)
        story = f'one failure opens the circuit: should end as CircuitOpenError, not "{actual}"'
        self.assertEqual(actual, "circuit open", story)
        self.assertEqual(len(world.slept), 1, "should wait once, before the open circuit is met")


def make_test(case):
    def run(self):
        world = World(case["outcomes"], case.get("callMs", 0))
        chances = iter(case["random"])
        actual = world.play(
            attempts=case["attempts"],
            base_ms=case["baseMs"],
            cap_ms=case["capMs"],
            budget_ms=case.get("budgetMs"),
            random=lambda: next(chances, 0.99),
        )
        facts = {key: case[key] for key in ("attempts", "baseMs", "capMs", "budgetMs", "random") if key in case}
        story = f"calls that end as {', '.join(case['outcomes'])} with {facts}"
        self.assertEqual(actual, case["result"], f'{story}: should end as "{case["result"]}", not "{actual}"')
        self.assertEqual(world.slept, case["slept"], f"{story}: should wait {case['slept']}, not {world.slept}")

    return run


for case in CASES["retry"]:
    setattr(RetryWithJitterTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case))
