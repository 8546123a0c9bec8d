class SharedLimiter:
    """Recursive; the budget left in this window is computed first, rounded down."""

    def __init__(self, limit, window_ms, store, clock, when_down, attempts=5):
        self.limit, self.window_ms, self.store, self.clock = limit, window_ms, store, clock
        self.when_down, self.attempts = when_down, attempts

    def allow(self, key):
        try:
            return self.attempt(key, self.attempts)
        except ConnectionError:
            return self.when_down != "refuse"

    def attempt(self, key, left):
        if left == 0:
            return False
        now = self.clock()
        into = now % self.window_ms
        before = self.store.read(f"{now - into - self.window_ms}/{key}") or (0, 0)
        mine = self.store.read(f"{now - into}/{key}") or (0, 0)
        carried = -(-before[0] * (self.window_ms - into) // self.window_ms)
        if mine[0] >= self.limit - carried:
            return False
        if self.store.write(f"{now - into}/{key}", mine[0] + 1, mine[1], 3 * self.window_ms):
            return True
        return self.attempt(key, left - 1)
