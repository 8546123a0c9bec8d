import json
import re
import unittest
from pathlib import Path

from shared_limiter import SharedLimiter

# The same for every language: "250 one a yes" is allow("a") on node one at 250 ms; "x8": allowed eight times.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


class FakeStore:
    """A store in memory, with a clock; before_write is what another node does between a read and a write."""

    def __init__(self):
        self.now = 0
        self.is_down = False
        self.writes = 0
        self.before_write = None
        self.ttls = []
        self._versions = 0
        self._entries = {}

    def read(self, name):
        if self.is_down:
            raise ConnectionError("the store cannot be reached")
        value, version, until = self._entries.get(name, (0, 0, 0))
        return (value, version) if until > self.now else None

    def write(self, name, value, version, ttl_ms):
        other, self.before_write = self.before_write, None
        if other:
            other()
        if self.is_down:
            raise ConnectionError("the store cannot be reached")
        self.writes += 1
        self.ttls.append(ttl_ms)
        current = self.read(name)
        if (current[1] if current else 0) != version:
            return False
        self._versions += 1
        self._entries[name] = (value, self._versions, self.now + ttl_ms)
        return True


def make_node(store, limit=2, window_ms=1000, when_down="refuse", **options):
    return SharedLimiter(limit, window_ms, store, lambda: store.now, when_down, **options)


class SharedLimiterTest(unittest.TestCase):
    def test_does_not_lose_the_call_of_a_node_that_wrote_in_between(self):
        store = FakeStore()
        one, two = make_node(store), make_node(store)
        others = []
        store.before_write = lambda: others.append(two.allow("a"))
        self.assertTrue(one.allow("a"), "limit 2, another node takes one in between: the first call should still fit")
        self.assertEqual(others, [True], "the call of the other node should be allowed too")
        story = "limit 2: after two calls that crossed each other a third should be refused"
        self.assertFalse(one.allow("a"), story)

    def test_looks_again_at_the_limit_after_another_node_took_the_last_place(self):
        store = FakeStore()
        one, two = make_node(store, limit=1), make_node(store, limit=1)
        store.before_write = lambda: two.allow("a")
        story = "limit 1, taken by another node between read and write: should be refused"
        self.assertFalse(one.allow("a"), story)

    def test_refuses_after_as_many_attempts_as_it_was_given(self):
        store = FakeStore()
        limiter = make_node(store, limit=100, attempts=3)
        rival = make_node(store, limit=100, attempts=1)
        tries = []

        def again():
            tries.append(1)
            rival.allow("a")
            store.before_write = again

        store.before_write = again
        self.assertFalse(limiter.allow("a"), "another node was faster at each of 3 attempts: should be refused")
        self.assertEqual(len(tries), 3, f"attempts=3 should try to write 3 times, not {len(tries)}")

    def test_answers_as_it_was_told_when_the_store_is_down(self):
        store = FakeStore()
        store.is_down = True
        self.assertTrue(make_node(store, when_down="allow").allow("a"), 'when_down="allow" should allow')
        self.assertFalse(make_node(store, when_down="refuse").allow("a"), 'when_down="refuse" should refuse')

    def test_answers_as_it_was_told_when_the_store_goes_down_between_read_and_write(self):
        store = FakeStore()
        limiter = make_node(store, when_down="allow")

        def go_down():
            store.is_down = True

        store.before_write = go_down
        self.assertTrue(limiter.allow("a"), 'when_down="allow", down at the write: should allow')

    def test_counts_again_when_the_store_is_back(self):
        store = FakeStore()
        limiter = make_node(store, when_down="allow", limit=1)
        limiter.allow("a")
        store.is_down = True
        limiter.allow("a")
        store.is_down = False
        self.assertFalse(limiter.allow("a"), "limit 1, used before the store went down: should be refused after it")

    def test_writes_nothing_for_a_call_it_refuses(self):
        store = FakeStore()
        limiter = make_node(store, limit=1)
        limiter.allow("a")
        before = store.writes
        for _ in range(5):
            limiter.allow("a")
        self.assertEqual(store.writes, before, "five refused calls should not write to the store")

    def test_lets_counters_live_two_windows_and_not_for_ever(self):
        store = FakeStore()
        make_node(store, window_ms=600).allow("a")
        self.assertTrue(store.ttls, "an allowed call should be written to the store")
        for ttl in store.ttls:
            story = f"window_ms 600: an entry should live 1200 to 2400 ms, not {ttl}"
            self.assertTrue(1200 <= ttl <= 2400, story)


def make_test(case):
    def run(self):
        store = FakeStore()
        nodes = {name: make_node(store, case["limit"], case["windowMs"]) for name in ("one", "two", "three")}
        for place, step in enumerate(case["steps"]):
            at, node, key, expected = step.split(" ")
            store.now = int(at)
            times = int(expected[1:]) if expected.startswith("x") else 1
            wanted = "yes" if times > 1 else expected
            before = ", ".join(case["steps"][:place]) or "nothing"
            for time in range(1, times + 1):
                actual = "yes" if nodes[node].allow(key) else "no"
                story = f"{case['limit']} in {case['windowMs']} ms, after {before}"
                self.assertEqual(actual, wanted, f'{story}: call {time} of "{at} {node} {key}" should be {wanted}')

    return run


for case in CASES["shared"]:
    setattr(SharedLimiterTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case))
