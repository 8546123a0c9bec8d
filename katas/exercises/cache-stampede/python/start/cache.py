class Cache:
    """Keeps what was loaded, and never loads the same thing twice at the same time.

    load(key):  a coroutine function; fetches a value from where it is slow and dear
    clock():    milliseconds; never goes back
    ttl_ms:     how long a value is good, from the moment it arrived
    jitter:     a part of the time, 0 to 1, by which it may be shorter: so that not all end at once
    random():   a number from 0 up to, and not including, 1
    refresh_ms: the last stage: how long before its end a value is fetched anew, while the old one is still given
    """

    def __init__(self, load, clock, ttl_ms, jitter, random, refresh_ms=0):
        pass

    async def get(self, key):
        """The value of a key: kept, or loaded. Raises when loading fails."""
        raise NotImplementedError("get is not written yet")

    def forget(self, key):
        """Forgets a key: what is being loaded for it now is not kept either."""
        raise NotImplementedError("forget is not written yet")
