class HybridClock:
    """The latest of "now", and one past each stamp that came before."""

    def __init__(self, now, max_ahead):
        self._now = now
        self._max_ahead = max_ahead
        self._last = None

    def tick(self):
        return self._past([self._last], self._now())

    def receive(self, sent):
        now = self._now()
        if now + self._max_ahead < sent["time"]:
            raise ValueError("too far ahead")
        return self._past([self._last, (sent["time"], sent["count"])], now)

    def _past(self, stamps, now):
        self._last = max([(now, 0), *((time, count + 1) for time, count in filter(None, stamps))])
        return {"time": self._last[0], "count": self._last[1]}


def compare_hybrid(one, other):
    first, second = (one["time"], one["count"]), (other["time"], other["count"])
    return -1 if first < second else int(first > second)
