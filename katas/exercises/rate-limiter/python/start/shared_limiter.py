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

    def allow(self, key):
        raise NotImplementedError("allow is not written yet")
