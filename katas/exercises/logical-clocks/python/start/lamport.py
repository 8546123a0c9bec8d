class LamportClock:
    """Numbers the events of one node so that a cause always has a smaller number than its effect.

    A stamp is a dict: {"time": 3, "node": "a"}.
    """

    def __init__(self, node):
        self.node = node

    def tick(self):
        """Something happens on this node; sending a message is such an event. Answers its stamp."""
        return {"time": 0, "node": self.node}

    def receive(self, sent):
        """A message arrives that was sent at this stamp. Answers the stamp of the arrival."""
        return sent


def compare_stamps(one, other):
    """Negative when ``one`` comes first, positive when ``other`` does, 0 only when they are the same."""
    return 0
