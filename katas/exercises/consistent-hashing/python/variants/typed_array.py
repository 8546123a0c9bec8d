from bisect import bisect_left
from itertools import chain, islice


class HashRing:
    """The library's bisection over a list of places, and a dictionary from place to node."""

    def __init__(self, hash, points=1):
        self.hash, self.points = hash, points
        self.weights = {}
        self.owners = {}
        self.places = []

    def add(self, node, weight=1):
        self.weights[node] = weight
        self._rebuild()

    def remove(self, node):
        self.weights.pop(node, None)
        self._rebuild()

    def node_for(self, key):
        if not self.places:
            return None
        at = bisect_left(self.places, self.hash(key))
        return self.owners[self.places[at if at < len(self.places) else 0]]

    def nodes_for(self, key, count):
        at = bisect_left(self.places, self.hash(key))
        around = chain(self.places[at:], self.places[:at])
        return list(islice(dict.fromkeys(self.owners[place] for place in around), count))

    def _rebuild(self):
        self.owners = {
            self.hash(f"{node}#{number}" if number else node): node
            for node, weight in self.weights.items()
            for number in range(weight * self.points)
        }
        self.places = sorted(self.owners)
