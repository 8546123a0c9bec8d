class VectorClock:
    """Never changes a stamp: each event makes a new one from the last."""

    def __init__(self, node):
        self._node = node
        self._last = {}

    def tick(self):
        return self.receive({})

    def receive(self, sent):
        nodes = {self._node, *self._last, *sent}
        merged = {node: max(self._last.get(node, 0), sent.get(node, 0)) for node in sorted(nodes)}
        merged[self._node] += 1
        self._last = merged
        return dict(merged)


def _covers(one, other):
    return all(one.get(node, 0) >= count for node, count in other.items())


def compare_vectors(one, other):
    names = {(True, True): "equal", (True, False): "after", (False, True): "before", (False, False): "concurrent"}
    return names[_covers(one, other), _covers(other, one)]
