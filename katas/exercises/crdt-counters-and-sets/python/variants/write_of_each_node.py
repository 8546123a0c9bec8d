class LwwRegister:
    """Keeps the latest write of every node, and chooses when it is asked."""

    def __init__(self, node):
        self._node = node
        self._writes = {}

    def set(self, value, time):
        self.merge([[self._node, time, value]])

    def value(self):
        latest = max(self._writes, key=lambda node: (self._writes[node][0], node), default=None)
        return None if latest is None else self._writes[latest][1]

    def state(self):
        return [[node, time, value] for node, (time, value) in self._writes.items()]

    def merge(self, state):
        for node, time, value in state:
            if node not in self._writes or self._writes[node][0] <= time:
                self._writes[node] = (time, value)
