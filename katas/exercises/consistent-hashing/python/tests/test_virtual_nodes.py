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
        ring.add(rest[0], int(rest[1]) if len(rest) > 1 else 1)
    elif verb == "remove":
        ring.remove(rest[0])
    else:
        return f"{verb} {ring.node_for(verb) or 'none'}"
    return step


class HashRingWithVirtualNodesTest(unittest.TestCase):
    def test_spreads_keys_evenly_over_ten_nodes(self):
        ring = HashRing(spread, 120)
        for number in range(10):
            ring.add(f"node {number}")
        owners = [ring.node_for(key) for key in KEYS]
        for number in range(10):
            share = owners.count(f"node {number}")
            story = f"10 nodes with 120 points each, 2000 keys: node {number} should get 110 to 310, not {share}"
            self.assertTrue(110 < share < 310, story)

    def test_gives_a_node_of_weight_three_about_three_times_as_much(self):
        ring = HashRing(spread, 100)
        ring.add("small")
        ring.add("large", 3)
        share = sum(ring.node_for(key) == "large" for key in KEYS)
        self.assertTrue(1300 < share < 1700, f"weights 1 and 3, 2000 keys: large should get about 1500, not {share}")

    def test_spreads_the_keys_of_a_node_that_left_over_the_others(self):
        ring = HashRing(spread, 100)
        for node in "abcd":
            ring.add(node)
        mine = [key for key in KEYS if ring.node_for(key) == "a"]
        ring.remove("a")
        for node in "bcd":
            share = sum(ring.node_for(key) == node for key in mine)
            story = f"a left {len(mine)} keys: {node} should get a fair part, not {share}"
            self.assertGreater(share, len(mine) / 8, story)


def make_test(case):
    def run(self):
        places, steps = case["places"], case["steps"]
        ring = HashRing(lambda text: places.get(text, 0), case["points"])
        for place, step in enumerate(steps):
            actual = play(ring, step)
            story = f"places {places}, after {', '.join(steps[:place]) or 'nothing'}"
            self.assertEqual(actual, step, f'{story}: should be "{step}", not "{actual}"')

    return run


for case in CASES["virtual"]:
    setattr(HashRingWithVirtualNodesTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case))
