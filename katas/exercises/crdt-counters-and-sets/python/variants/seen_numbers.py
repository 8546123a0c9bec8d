class OrSet:
    """Tags seen from each node up to a number, and the tags that are alive: removed ones need not be remembered."""

    def __init__(self, node):
        self._node = node
        self._seen = {}
        self._alive = {}

    def add(self, item):
        number = self._seen.get(self._node, 0) + 1
        self._seen[self._node] = number
        self._alive[self._node, number] = item

    def remove(self, item):
        self._alive = {tag: each for tag, each in self._alive.items() if each != item}

    def has(self, item):
        return item in self._alive.values()

    def items(self):
        return sorted(set(self._alive.values()))

    def state(self):
        return {"seen": dict(self._seen), "alive": [[*tag, item] for tag, item in self._alive.items()]}

    def merge(self, state):
        theirs = {(node, number): item for node, number, item in state["alive"]}
        kept = {tag: item for tag, item in self._alive.items() if tag in theirs or tag[1] > state["seen"].get(tag[0], 0)}
        new = {tag: item for tag, item in theirs.items() if tag[1] > self._seen.get(tag[0], 0)}
        self._alive = {**kept, **new}
        for node, number in state["seen"].items():
            self._seen[node] = max(self._seen.get(node, 0), number)
