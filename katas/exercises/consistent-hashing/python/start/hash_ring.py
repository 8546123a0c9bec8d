class HashRing:
    """Says which node a key belongs to, and moves few keys when nodes come and go.

    hash(text) is a place on the ring: a whole number from 0 to 4294967295, the same on every machine.
    """

    def __init__(self, hash, points=1):
        """Stage one: one point for each node. From stage two on, `points` for each unit of weight."""

    def add(self, node, weight=1):
        """Adds a node, or gives a known one another weight (from stage two on)."""
        raise NotImplementedError("add is not written yet")

    def remove(self, node):
        """Removes a node; an unknown one changes nothing."""
        raise NotImplementedError("remove is not written yet")

    def node_for(self, key):
        """The node a key belongs to; None when there is none."""
        raise NotImplementedError("node_for is not written yet")

    def nodes_for(self, key, count):
        """The last stage: the first `count` different nodes for a key, in the order in which they are met."""
        raise NotImplementedError("nodes_for is not written yet")
