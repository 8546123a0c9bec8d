class PNCounter:
    """One table with two columns, no other counter inside."""

    def __init__(self, node):
        self._node = node
        self._rows = {}

    def increment(self, by=1):
        self._change(by, 0)

    def decrement(self, by=1):
        self._change(0, by)

    def value(self):
        return sum(up - down for up, down in self._rows.values())

    def state(self):
        return {node: list(row) for node, row in self._rows.items()}

    def merge(self, state):
        for node, row in state.items():
            self._rows[node] = [max(pair) for pair in zip(row, self._rows.get(node, [0, 0]))]

    def _change(self, more, less):
        if min(more, less) < 0:
            raise ValueError("amounts are not negative")
        up, down = self._rows.get(self._node, [0, 0])
        self._rows[self._node] = [up + more, down + less]
