class GCounter:
    """Rows, and the value kept up to date."""

    def __init__(self, node):
        self._node = node
        self._rows = {}
        self._total = 0

    def increment(self, by=1):
        if not by >= 0:
            raise ValueError("only up")
        self._raise(self._node, self._rows.get(self._node, 0) + by)

    def value(self):
        return self._total

    def state(self):
        return {**self._rows}

    def merge(self, state):
        for node in state:
            self._raise(node, state[node])

    def _raise(self, node, count):
        before = self._rows.get(node, 0)
        if count > before:
            self._rows[node] = count
            self._total += count - before
