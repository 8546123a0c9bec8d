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
        return self._points[self._first_from(self._hash(key))][1]

    def nodes_for(self, key, count):
        """The first `count` different nodes for a key, in the order in which they are met."""
        first = self._first_from(self._hash(key))
        found = []
        for step in range(len(self._points)):
            node = self._points[(first + step) % len(self._points)][1]
            if len(found) < count and node not in found:
                found.append(node)
        return found

    def _first_from(self, place):
        """Which point comes first at or after a place; behind the last one comes the first again."""
        low, high = 0, len(self._points)
        while low < high:
            middle = (low + high) // 2
            if self._points[middle][0] < place:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._points) else 0
