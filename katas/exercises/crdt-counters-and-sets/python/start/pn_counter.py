class PNCounter:
    """A counter that grows and shrinks, with a replica on every node."""

    def __init__(self, node):
        self.node = node

    def increment(self, by=1):
        """``by`` is 0 or more, else it raises a ValueError."""

    def decrement(self, by=1):
        """``by`` is 0 or more, else it raises a ValueError."""

    def value(self):
        """May be below 0."""
        return 0

    def state(self):
        """Plain data of your choice."""
        return {}

    def merge(self, state):
        pass
