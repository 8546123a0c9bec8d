import json
import re
import unittest
from pathlib import Path

from lru_cache import LruCache

# The same for every language; a value is its own weight here.
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def play(cache, step):
    """Plays "put a 4", "get a 4", "delete a true", "size 2", "keys a b"."""
    call, *rest = step.split(" ")
    if call == "put":
        cache.put(rest[0], int(rest[1]))
        return step
    if call == "get":
        value = cache.get(rest[0])
        return f"get {rest[0]} {'none' if value is None else value}"
    if call == "delete":
        return f"delete {rest[0]} {str(cache.delete(rest[0])).lower()}"
    if call == "size":
        return f"size {len(cache)}"
    return " ".join(["keys", *cache.keys()])


class LruCacheWithWeightsTest(unittest.TestCase):
    def test_hands_the_key_and_the_value_to_be_weighed(self):
        cache = LruCache(8, lambda key, value: len(key) + len(value))
        cache.put("ab", "cd")
        cache.put("e", "fgh")
        self.assertEqual(cache.keys(), ["ab", "e"], "two entries of 4 letters should both fit into 8 letters")
        cache.put("i", "")
        self.assertEqual(cache.keys(), ["e", "i"], "an entry of 1 letter more should drop the oldest of two")

    def test_weighs_1_for_each_entry_by_default(self):
        cache = LruCache(2)
        for place, key in enumerate("abc"):
            cache.put(key, 100 + place)
        self.assertEqual(cache.keys(), ["b", "c"], "a cache for 2 without weigh should keep the last 2 of a, b, c")


def make_test(capacity, steps):
    def run(self):
        cache = LruCache(capacity, lambda key, weight: weight)
        for place, step in enumerate(steps):
            actual = play(cache, step)
            story = f"a cache for a weight of {capacity}, after {', '.join(steps[:place]) or 'nothing'}"
            self.assertEqual(actual, step, f'{story}: should be "{step}", not "{actual}"')

    return run


for case in CASES["weights"]:
    name = "test_" + re.sub(r"\W+", "_", case["name"].lower())
    setattr(LruCacheWithWeightsTest, name, make_test(case["capacity"], case["steps"]))
