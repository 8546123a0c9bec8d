class OrSet:
    """A set with a replica on every node. A removal takes back the additions it has seen, and no others."""

    def __init__(self, node):
        self.node = node
        self.added = {}
        self.removed = set()
        self.count = 0

    def add(self, item):
        self.count += 1
        self._tags_of(item).add(f"{self.node} {self.count}")

    def remove(self, item):
        """Removing what is not there is fine, and changes nothing."""
        self.removed |= self._tags_of(item)

    def has(self, item):
        return any(tag not in self.removed for tag in self._tags_of(item))

    def items(self):
        """The items, sorted."""
        return sorted(item for item in list(self.added) if self.has(item))

    def state(self):
        return {
            "added": {item: sorted(tags) for item, tags in self.added.items()},
            "removed": sorted(self.removed),
        }

    def merge(self, state):
        for item, tags in state["added"].items():
            self._tags_of(item).update(tags)
        self.removed.update(state["removed"])

    def _tags_of(self, item):
        return self.added.setdefault(item, set())
