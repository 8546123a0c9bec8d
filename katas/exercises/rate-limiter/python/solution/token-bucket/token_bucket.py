import math


class TokenBucket:
    """A bucket that fills evenly and holds no more than its capacity; each call takes tokens out.

    clock() is the time in milliseconds since some moment; it may be set back.
    """

    def __init__(self, capacity, per_second, clock):
        """Full at first."""
        self._capacity = capacity
        self._per_ms = per_second / 1000
        self._clock = clock
        self._tokens = capacity
        self._filled_at = clock()

    def take(self, cost=1):
        """Takes cost tokens and answers True, or takes nothing and answers False."""
        self._fill()
        if cost > self._tokens:
            return False
        self._tokens -= cost
        return True

    def wait_for(self, cost=1):
        """After how many whole milliseconds take(cost) could succeed: 0 now, math.inf never."""
        self._fill()
        if cost > self._capacity:
            return math.inf
        return math.ceil(max(0, cost - self._tokens) / self._per_ms)

    def _fill(self):
        now = self._clock()
        elapsed = max(0, now - self._filled_at)
        self._tokens = min(self._capacity, self._tokens + elapsed * self._per_ms)
        self._filled_at = now
