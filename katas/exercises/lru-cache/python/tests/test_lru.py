import json
import random
import re
import unittest
from pathlib import Path

from lru_cache import LruCache

# The same for every language: calls, one after the other, and what they should answer.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def shown(value):
    return "none" if value is None else str(value)


def play(cache, step):
    """Plays "put a 1", "get a 1", "peek a none", "delete a true", "size 2", "keys a b"."""
    call, *rest = step.split(" ")
    if call == "put":
        cache.put(rest[0], int(rest[1]))
        return step
    if call == "get":
        return f"get {rest[0]} {shown(cache.get(rest[0]))}"
    if call == "peek":
        return f"peek {rest[0]} {shown(cache.peek(rest[0]))}"
    if call == "delete":
        return f"delete {rest[0]} {str(cache.delete(rest[0])).lower()}"
    if call == "size":
        return f"size {len(cache)}"
    return " ".join(["keys", *cache.keys()])


class LruCacheTest(unittest.TestCase):
    def test_agrees_with_a_plain_list_on_3000_random_calls(self):
        source = random.Random(3)
        cache = LruCache(5)
        entries = []
        for round in range(3000):
            key = source.choice("abcdefgh")
            found = next((entry for entry in entries if entry[0] == key), None)
            others = [entry for entry in entries if entry[0] != key]
            call = source.random()
            if call < 0.45:
                cache.put(key, round)
                entries = [*others, (key, round)][-5:]
            elif call < 0.9:
                actual = cache.get(key)
                expected = found and found[1]
                if found:
                    entries = [*others, found]
                self.assertEqual(
                    actual, expected, f"round {round}, get({key!r}): should be {expected}, not {actual}"
                )
            else:
                cache.delete(key)
                entries = others
            expected = " ".join(other for other, _ in entries)
            actual = " ".join(cache.keys())
            self.assertEqual(actual, expected, f"after round {round} with key {key!r} the keys should be {expected}")

    def test_shares_nothing_with_other_caches(self):
        one, other = LruCache(2), LruCache(2)
        one.put("a", 1)
        self.assertEqual(len(other), 0, "after a put to one cache another should be empty")
        self.assertIsNone(other.get("a"), "a value put into one cache should not be found in another")


def make_test(capacity, steps):
    def run(self):
        cache = LruCache(capacity)
        for place, step in enumerate(steps):
            actual = play(cache, step)
            story = f"a cache for {capacity}, after {', '.join(steps[:place]) or 'nothing'}"
            self.assertEqual(actual, step, f'{story}: should be "{step}", not "{actual}"')

    return run


for case in CASES["lru"]:
    name = "test_" + re.sub(r"\W+", "_", case["name"].lower())
    setattr(LruCacheTest, name, make_test(case["capacity"], case["steps"]))
