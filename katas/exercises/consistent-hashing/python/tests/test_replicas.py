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
        key, count = verb.split("/")
        return " ".join([verb, *(ring.nodes_for(key, int(count)) or ["none"])])
    return step


class HashRingWithReplicasTest(unittest.TestCase):
    def test_names_the_owner_first_and_each_node_once(self):
        ring = HashRing(spread, 20)
        for node in "abcde":
            ring.add(node)
        for key in KEYS[:200]:
            nodes = ring.nodes_for(key, 3)
            self.assertEqual(len(nodes), 3, f"nodes_for({key!r}, 3) of five nodes should be 3 nodes, not {nodes}")
            self.assertEqual(len(set(nodes)), 3, f"nodes_for({key!r}, 3) should be 3 different nodes, not {nodes}")
            self.assertEqual(nodes[0], ring.node_for(key), f"nodes_for({key!r}, 3) should begin with its owner")

    def test_keeps_the_other_replicas_when_a_node_leaves(self):
        ring = HashRing(spread, 20)
        for node in "abcde":
            ring.add(node)
        before = [ring.nodes_for(key, 3) for key in KEYS[:200]]
        ring.remove("c")
        for key, nodes in zip(KEYS, before):
            kept = [node for node in nodes if node != "c"]
            after = ring.nodes_for(key, 3)
            story = f"c left: {key!r} should keep {kept} in this order, not have {after}"
            self.assertEqual([node for node in after if node in kept], kept, story)


def make_test(case):
    def run(self):
        places, steps = case["places"], case["steps"]
        ring = HashRing(lambda text: places.get(text, 0), case["points"])
        for place, step in enumerate(steps):
            actual = play(ring, step)
            story = f"places {places}, after {', '.join(steps[:place]) or 'nothing'}"
            self.assertEqual(actual, step, f'{story}: should be "{step}", not "{actual}"')

    return run


for case in CASES["replicas"]:
    setattr(HashRingWithReplicasTest, "test_" + re.sub(r"\W+", "_", case["name"].lower()), make_test(case))
