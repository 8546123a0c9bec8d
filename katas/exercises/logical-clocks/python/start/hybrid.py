class HybridClock:
    """Stamps that keep causes before effects, and read like the time of day.

    A stamp is a dict: {"time": 1700, "count": 2}. ``now()`` is the node's own clock in milliseconds, which may be
    wrong; ``max_ahead`` is how far ahead of it a message may be.
    """

    def __init__(self, now, max_ahead):
        self.now = now
        self.max_ahead = max_ahead

    def tick(self):
        return {"time": self.now(), "count": 0}

    def receive(self, sent):
        """Raises a ValueError, and changes nothing, when the sender's stamp is too far ahead to be believed."""
        return sent


def compare_hybrid(one, other):
    return 0
