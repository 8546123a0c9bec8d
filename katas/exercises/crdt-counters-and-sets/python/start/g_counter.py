class GCounter:
    """A counter that only grows, with a replica on every node."""

    def __init__(self, node):
        self.node = node

    def increment(self, by=1):
        """Counts on this node; ``by`` is 0 or more, else it raises a ValueError."""

    def value(self):
        return 0

    def state(self):
        """What other replicas need to know, as plain data of your choice. It shows this moment for ever."""
        return {}

    def merge(self, state):
        """Learns what another replica knew."""
