import asyncio


class Cache:
    """Keeps what was loaded, and never loads the same thing twice at the same time."""

    def __init__(self, load, clock, ttl_ms, jitter, random, refresh_ms=0):
        self._load = load
        self._values = {}
        self._flights = {}

    async def get(self, key):
        """The value of a key: kept, or loaded. Raises when loading fails."""
        if key in self._values:
            return self._values[key]
        return await asyncio.shield(self._fetch(key))

    def forget(self, key):
        """Forgets a key: what is being loaded for it now is not kept either."""
        self._values.pop(key, None)
        self._flights.pop(key, None)

    def _fetch(self, key):
        """Whoever comes while it is on its way waits for the same flight."""
        if key not in self._flights:
            self._flights[key] = asyncio.ensure_future(self._fly(key))
            # Somebody has looked at the error, even if nobody waits any more.
            self._flights[key].add_done_callback(lambda flight: flight.cancelled() or flight.exception())
        return self._flights[key]

    async def _fly(self, key):
        flight = asyncio.current_task()
        try:
            value = await self._load(key)
            if self._flights.get(key) is flight:
                self._values[key] = value
            return value
        finally:
            if self._flights.get(key) is flight:
                del self._flights[key]
