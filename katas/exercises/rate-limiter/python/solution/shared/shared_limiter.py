NOTHING = (0, 0)


class SharedLimiter:
    """One limit for all nodes: two counters for each key, this window's and the last one's.

    The store has numbers that all nodes see. Both calls raise ConnectionError when it cannot be reached.
        store.read(name)    (value, version); None when there is nothing, or nothing any more
        store.write(name, value, version, ttl_ms)
                            writes only if nobody has written since that version was read (0: since nothing was there),
                            and says whether it did; the entry vanishes ttl_ms after its last write
    """

    def __init__(self, limit, window_ms, store, clock, when_down, attempts=5):
        """when_down: "allow" or "refuse"; attempts: how often to try when other nodes write in between."""
        self._limit = limit
        self._window_ms = window_ms
        self._store = store
        self._clock = clock
        self._when_down = when_down
        self._attempts = attempts

    def allow(self, key):
        try:
            for _ in range(self._attempts):
                answer = self._try_once(key)
                if answer is not None:
                    return answer
            return False
        except ConnectionError:
            return self._when_down == "allow"

    def _try_once(self, key):
        """None when another node wrote in between."""
        now = self._clock()
        window, into = divmod(now, self._window_ms)
        last, _ = self._store.read(f"{key}@{window - 1}") or NOTHING
        current, version = self._store.read(f"{key}@{window}") or NOTHING
        # Whole numbers all the way: a share of the last window, times its length.
        last_part = last * (self._window_ms - into)
        if last_part + (current + 1) * self._window_ms > self._limit * self._window_ms:
            return False
        if self._store.write(f"{key}@{window}", current + 1, version, 2 * self._window_ms):
            return True
        return None
