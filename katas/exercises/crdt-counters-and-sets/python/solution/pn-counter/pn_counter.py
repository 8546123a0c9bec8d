from g_counter import GCounter


class PNCounter:
    """A counter that grows and shrinks, with a replica on every node."""

    def __init__(self, node):
        self.up = GCounter(node)
        self.down = GCounter(node)

    def increment(self, by=1):
        """``by`` is 0 or more, else it raises a ValueError."""
        self.up.increment(by)

    def decrement(self, by=1):
        """``by`` is 0 or more, else it raises a ValueError."""
        self.down.increment(by)

    def value(self):
        """May be below 0."""
        return self.up.value() - self.down.value()

    def state(self):
        return {"up": self.up.state(), "down": self.down.state()}

    def merge(self, state):
        self.up.merge(state["up"])
        self.down.merge(state["down"])
