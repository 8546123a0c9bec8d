class SlidingWindow:
    """Allows each key `limit` calls in any stretch of window_ms."""

    def __init__(self, limit, window_ms, clock):
        """clock() is the time in milliseconds since some moment."""
        self._limit = limit
        self._window_ms = window_ms
        self._clock = clock
        self._calls = {}  # when each key's calls went through, oldest first; never more than the limit

    def allow(self, key):
        """Whether this call may go through. Calls that may not are not counted."""
        calls = self._recent(key)
        if len(calls) >= self._limit:
            return False
        self._calls[key] = [*calls, self._clock()]
        return True

    def __len__(self):
        """How many keys have calls inside the window; the others are forgotten."""
        self._calls = {key: calls for key, calls in self._calls.items() if self._recent(key)}
        return len(self._calls)

    def _recent(self, key):
        start = self._clock() - self._window_ms
        return [at for at in self._calls.get(key, []) if at > start]
