class HashRing:
    """Says which node a key belongs to, and moves few keys when nodes come and go.

    hash(text) is a place on the ring: a whole number from 0 to 4294967295, the same on every machine.
    """

    def __init__(self, hash, points=1):
        """Each node gets `points` points on the ring for each unit of its weight."""
        self._hash = hash
        self._points_each = points
        self._points = []  # (place, node), in the order of their places

    def add(self, node, weight=1):
        """Adds a node, or gives a known one another weight."""
        self.remove(node)
        for number in range(self._points_each * weight):
            self._points.append((self._hash(node if number == 0 else f"{node}#{number}"), node))
        self._points.sort()

    def remove(self, node):
        """Removes a node; an unknown one changes nothing."""
        self._points = [point for point in self._points if point[1] != node]

    def node_for(self, key):
        """The node a key belongs to; None when there is none."""
        if not self._points:
            return None
        place = self._hash(key)
        return next((node for at, node in self._points if at >= place), self._points[0][1])
