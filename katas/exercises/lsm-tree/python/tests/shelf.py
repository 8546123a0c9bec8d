import json
import math
from zlib import crc32

from lsm_tree import LsmTree


class Shelf:
    """A storage in memory that counts what is read, and can fail at its next changes."""

    def __init__(self):
        self.runs = {}
        self.reads = 0
        self.left = math.inf  # so many writes and removals go well from now on

    def write(self, name, blocks):
        self._use()
        if name in self.runs:
            raise ValueError(f"the run {name!r} is there already")
        self.runs[name] = [json.dumps(block) for block in blocks]

    def read(self, name, block):
        self.reads += 1
        return [tuple(entry) for entry in json.loads(self.runs[name][block])]

    def count(self, name):
        return len(self.runs[name])

    def remove(self, name):
        self._use()
        del self.runs[name]

    def names(self):
        return sorted(self.runs)

    def entries(self):
        return [entry for blocks in self.runs.values() for block in blocks for entry in json.loads(block)]

    def _use(self):
        if self.left <= 0:
            raise ConnectionError("the power is out")
        self.left -= 1


def hash(text, seed):
    mixed = crc32(text.encode(), seed * 0x9E3779B1 & 0xFFFFFFFF) * 0x85EBCA6B & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 13) * 0xC2B2AE35 + seed * 0x9E3779B1 & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    return mixed ^ mixed >> 15


def open_tree(shelf, memtable=4, block_size=2, max_runs=1000, hash=hash):
    return LsmTree(shelf, memtable, block_size, max_runs, hash)


def play(tree, *steps):
    """Plays "put a 1", "remove a", "flush" and "compact"."""
    for step in steps:
        verb, *rest = step.split(" ")
        getattr(tree, verb)(*rest)


def show(tree):
    """Everything in a tree, as "a 1, b 2"."""
    return ", ".join(" ".join(entry) for entry in tree.scan("", "~"))
