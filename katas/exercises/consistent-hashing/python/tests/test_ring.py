import json
import re
import unittest
from pathlib import Path
from zlib import crc32

from hash_ring import HashRing

# The same for every language: rings whose places are given, and steps like "add a", "remove a", "key node".
CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
KEYS = [f"key {number}" for number in range(2000)]


def spread(text):
    """Spreads texts over the ring; any good mixer would do."""
    mixed = crc32(text.encode()) * 0x9E3779B1 & 0xFFFFFFFF
    return (mixed ^ mixed >> 15) * 0x85EBCA6B & 0xFFFFFFFF


def play(ring, step):
    verb, *rest = step.split(" ")
    if verb == "add":
        ring.add(rest[0])
    elif verb == "remove":
        ring.remove(rest[0])
    else:
        return f"{verb} {ring.node_for(verb) or 'none'}"
    return step


class HashRingTest(unittest.TestCase):
    def test_moves_keys_only_to_a_node_that_came(self):
        ring = HashRing(spread)
        for node in "abc":
            ring.add(node)
        before = [ring.node_for(key) for key in KEYS]
        ring.add("d")
        for key, owner in zip(KEYS, before):
            after = ring.node_for(key)
            story = f"{key!r} was with {owner}; when d came it should stay there or move to d, not to {after}"
            self.assertIn(after, (owner, "d"), story)

    def test_moves_only_the_keys_of_a_node_that_left(self):
        ring = HashRing(spread)
        for node in "abcd":
            ring.add(node)
        before = [ring.node_for(key) for key in KEYS]
        ring.remove("b")
        for key, owner in zip(KEYS, before):
            after = ring.node_for(key)
            if owner == "b":
                self.assertNotEqual(after, "b", f"b left: {key!r} should be with another node")
            else:
                self.assertEqual(after, owner, f"b left: {key!r} should stay with {owner}, not move to {after}")


def make_test(case):
    def run(self):
        places, steps = case["places"], case["steps"]
        ring = HashRing(lambda text: places.get(text, 0))
        for place, step in enumerate(steps):
            actual = play(ring, step)
            story = f"places {places}, after {', '.join(steps[:place]) or 'nothing'}"
            self.assertEqual(actual, step, f'{story}: should be "{step}", not "{actual}"')

    return run


for case in CASES["ring"]:
    setattr(HashRingTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case))
