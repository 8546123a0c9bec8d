from heapq import merge
from itertools import groupby

from bloom_filter import BloomFilter


class LsmTree:
    """Merges lazily with a heap; the newest source comes first among equals. Oldest run first."""

    def __init__(self, storage, memtable, block_size, max_runs, hash):
        self.storage, self.size, self.block_size, self.max_runs, self.hash = storage, memtable, block_size, max_runs, hash
        self.memory = {}
        self.known = {name: self.know(list(self.blocks(name))) for name in storage.names()}

    def put(self, key, value):
        self.memory[key] = value
        if len(self.memory) == self.size:
            self.flush()

    def remove(self, key):
        self.put(key, None)

    def get(self, key):
        if key in self.memory:
            return self.memory[key]
        for name in reversed(list(self.known)):
            edges, filter = self.known[name]
            for number, (first, last) in enumerate(edges):
                if first <= key <= last and filter.may_have(key):
                    for other, value in self.storage.read(name, number):
                        if other == key:
                            return value
        return None

    def scan(self, start, end):
        runs = [self.entries(name) for name in self.known] + [sorted(self.memory.items())]
        return [(key, value) for key, value in newest(runs) if value is not None and start <= key < end]

    def flush(self):
        if self.memory:
            self.write(sorted(self.memory.items()))
            self.memory = {}
        if len(self.known) > self.max_runs:
            self.compact()

    def compact(self):
        old = list(self.known)
        rest = [(key, value) for key, value in newest([self.entries(name) for name in old]) if value is not None]
        if rest:
            self.write(rest)
        for name in old:
            del self.known[name]
            self.storage.remove(name)

    def write(self, entries):
        names = self.storage.names()
        number = int(names[-1][1:]) + 1 if names else 0
        name = chr(96 + len(str(number))) + str(number)  # a letter for the number of digits: a9 comes before b10
        blocks = [entries[at : at + self.block_size] for at in range(0, len(entries), self.block_size)]
        self.storage.write(name, blocks)
        self.known[name] = self.know(blocks)

    def know(self, blocks):
        keys = [key for block in blocks for key, _ in block]
        filter = BloomFilter(12 * len(keys), 8, self.hash)
        for key in keys:
            filter.add(key)
        return [(block[0][0], block[-1][0]) for block in blocks], filter

    def blocks(self, name):
        return (self.storage.read(name, number) for number in range(self.storage.count(name)))

    def entries(self, name):
        return [tuple(entry) for block in self.blocks(name) for entry in block]


def newest(runs):
    aged = [[(key, -age, value) for key, value in run] for age, run in enumerate(runs)]
    for key, group in groupby(merge(*aged, key=lambda entry: entry[:2]), key=lambda entry: entry[0]):
        yield key, next(group)[2]
