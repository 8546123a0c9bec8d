from collections import deque


class SlidingWindow:
    """One queue of (time, key) for all keys, and a count for each."""

    def __init__(self, limit, window_ms, clock):
        self.limit, self.window_ms, self.clock = limit, window_ms, clock
        self.queue = deque()
        self.counts = {}

    def allow(self, key):
        self._expire()
        if self.counts.get(key, 0) >= self.limit:
            return False
        self.counts[key] = self.counts.get(key, 0) + 1
        self.queue.append((self.clock(), key))
        return True

    def __len__(self):
        self._expire()
        return len(self.counts)

    def _expire(self):
        while self.queue and self.queue[0][0] <= self.clock() - self.window_ms:
            _, key = self.queue.popleft()
            self.counts[key] -= 1
            if self.counts[key] == 0:
                del self.counts[key]
