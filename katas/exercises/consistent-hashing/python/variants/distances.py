class HashRing:
    """No order is kept: the node with the shortest way up from the key is looked for each time."""

    def __init__(self, hash, count=1):
        self._hash = hash
        self._count = count
        self._points = {}

    def add(self, node, weight=1):
        names = [f"{node}#{at}" if at else node for at in range(self._count * weight)]
        self._points[node] = [self._hash(name) for name in names]

    def remove(self, node):
        self._points.pop(node, None)

    def node_for(self, key):
        place = self._hash(key)
        ways = [((at - place) % 2**32, node) for node, places in self._points.items() for at in places]
        return min(ways)[1] if ways else None
