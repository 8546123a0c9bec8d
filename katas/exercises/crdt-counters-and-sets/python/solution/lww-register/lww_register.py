class LwwRegister:
    """One value, with a replica on every node.

    The latest write wins, and of equally late ones that of the larger name.
    """

    def __init__(self, node):
        self.node = node
        self.latest = None

    def set(self, value, time):
        """Writes at a time of this node's clock. A write older than one that is known changes nothing."""
        self._offer({"time": time, "node": self.node, "value": value})

    def value(self):
        """The value, None before the first write."""
        return self.latest["value"] if self.latest else None

    def state(self):
        return self.latest

    def merge(self, state):
        if state:
            self._offer(state)

    def _offer(self, write):
        if self.latest is None or _is_later(write, self.latest):
            self.latest = dict(write)


def _is_later(one, other):
    if one["time"] != other["time"]:
        return one["time"] > other["time"]
    return one["node"] >= other["node"]
