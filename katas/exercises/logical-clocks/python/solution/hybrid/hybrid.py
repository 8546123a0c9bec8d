class HybridClock:
    """Stamps that keep causes before effects, and read like the time of day.

    A stamp is a dict: {"time": 1700, "count": 2}. ``now()`` is the node's own clock in milliseconds, which may be
    wrong; ``max_ahead`` is how far ahead of it a message may be.
    """

    def __init__(self, now, max_ahead):
        self.now = now
        self.max_ahead = max_ahead
        self.time = 0
        self.count = 0

    def tick(self):
        now = self.now()
        self.count = 0 if now > self.time else self.count + 1
        self.time = max(now, self.time)
        return {"time": self.time, "count": self.count}

    def receive(self, sent):
        """Raises a ValueError, and changes nothing, when the sender's stamp is too far ahead to be believed."""
        now = self.now()
        if sent["time"] - now > self.max_ahead:
            raise ValueError(f"A message from {sent['time']} arrives at {now}: its clock cannot be right.")
        latest = max(now, self.time, sent["time"])
        counts = [-1]
        if latest == self.time:
            counts.append(self.count)
        if latest == sent["time"]:
            counts.append(sent["count"])
        self.time = latest
        self.count = max(counts) + 1
        return {"time": self.time, "count": self.count}


def compare_hybrid(one, other):
    return one["time"] - other["time"] or one["count"] - other["count"]
