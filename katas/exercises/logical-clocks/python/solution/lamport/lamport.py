class LamportClock:
    """Numbers the events of one node so that a cause always has a smaller number than its effect.

    A stamp is a dict: {"time": 3, "node": "a"}.
    """

    def __init__(self, node):
        self.node = node
        self.time = 0

    def tick(self):
        """Something happens on this node; sending a message is such an event. Answers its stamp."""
        self.time += 1
        return {"time": self.time, "node": self.node}

    def receive(self, sent):
        """A message arrives that was sent at this stamp. Answers the stamp of the arrival."""
        self.time = max(self.time, sent["time"])
        return self.tick()


def compare_stamps(one, other):
    """Negative when ``one`` comes first, positive when ``other`` does, 0 only when they are the same."""
    if one["time"] != other["time"]:
        return one["time"] - other["time"]
    if one["node"] == other["node"]:
        return 0
    return -1 if one["node"] < other["node"] else 1
