class HashRing:
    """Says which node a key belongs to, and moves few keys when nodes come and go.

    hash(text) is a place on the ring: a whole number from 0 to 4294967295, the same on every machine.
    """

    def __init__(self, hash):
        self._hash = hash
        self._nodes = {}

    def add(self, node):
        self._nodes[node] = self._hash(node)

    def remove(self, node):
        """Removes a node; an unknown one changes nothing."""
        self._nodes.pop(node, None)

    def node_for(self, key):
        """The node a key belongs to; None when there is none."""
        if not self._nodes:
            return None
        place = self._hash(key)
        points = sorted((place, node) for node, place in self._nodes.items())
        return next((node for at, node in points if at >= place), points[0][1])
