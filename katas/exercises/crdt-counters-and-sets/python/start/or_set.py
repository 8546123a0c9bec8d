class OrSet:
    """A set with a replica on every node. A removal takes back the additions it has seen, and no others."""

    def __init__(self, node):
        self.node = node

    def add(self, item):
        pass

    def remove(self, item):
        """Removing what is not there is fine, and changes nothing."""

    def has(self, item):
        return False

    def items(self):
        """The items, sorted."""
        return []

    def state(self):
        """Plain data of your choice."""
        return {}

    def merge(self, state):
        pass
