class GCounter:
    """A counter that only grows, with a replica on every node."""

    def __init__(self, node):
        self.node = node
        self.counts = {}

    def increment(self, by=1):
        """Counts on this node; ``by`` is 0 or more, else it raises a ValueError."""
        if by < 0:
            raise ValueError("A counter that only grows cannot be incremented by less than 0.")
        self.counts[self.node] = self.counts.get(self.node, 0) + by

    def value(self):
        return sum(self.counts.values())

    def state(self):
        """What other replicas need to know, as plain data. It shows this moment for ever."""
        return dict(self.counts)

    def merge(self, state):
        """Learns what another replica knew."""
        for node, count in state.items():
            self.counts[node] = max(self.counts.get(node, 0), count)
