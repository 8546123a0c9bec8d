class LwwRegister:
    """One value, with a replica on every node.

    The latest write wins, and of equally late ones that of the larger name.
    """

    def __init__(self, node):
        self.node = node

    def set(self, value, time):
        """Writes at a time of this node's clock. A write older than one that is known changes nothing."""

    def value(self):
        """The value, None before the first write."""
        return None

    def state(self):
        """Plain data of your choice."""
        return None

    def merge(self, state):
        pass
