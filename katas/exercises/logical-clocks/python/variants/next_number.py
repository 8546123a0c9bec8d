class LamportClock:
    """Counts upwards until it is past everything it heard of."""

    def __init__(self, node):
        self._node = node
        self._next = 1

    def tick(self):
        time, self._next = self._next, self._next + 1
        return dict(time=time, node=self._node)

    def receive(self, sent):
        if sent["time"] >= self._next:
            self._next = sent["time"] + 1
        return self.tick()


def compare_stamps(one, other):
    first, second = (one["time"], one["node"]), (other["time"], other["node"])
    return (first > second) - (first < second)
