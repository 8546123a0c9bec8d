import asyncio


class Entry:
    """What is there for a key, and what is coming. A forgotten entry lives on with those who hold it."""

    def __init__(self):
        self.value = None
        self.until = None
        self.waiting = None


class Cache:
    """The first to come loads in a task of its own; all others wait for futures that it answers."""

    def __init__(self, load, clock, ttl_ms, jitter, random, refresh_ms=0):
        self.load, self.clock, self.random = load, clock, random
        self.ttl_ms, self.jitter, self.refresh_ms = ttl_ms, jitter, refresh_ms
        self.entries = {}

    async def get(self, key):
        entry = self.entries.setdefault(key, Entry())
        now = self.clock()
        if entry.until is not None and now < entry.until:
            if now >= entry.until - self.refresh_ms:
                self.start(key, entry)
            return entry.value
        self.start(key, entry)
        mine = asyncio.get_running_loop().create_future()
        entry.waiting.append(mine)
        return await mine

    def forget(self, key):
        self.entries.pop(key, None)

    def start(self, key, entry):
        if entry.waiting is None:
            entry.waiting = []
            self.task = asyncio.ensure_future(self.fetch(key, entry))

    async def fetch(self, key, entry):
        error = None
        try:
            entry.value = await self.load(key)
            entry.until = self.clock() + self.ttl_ms * (1 - self.jitter * self.random())
        except Exception as caught:
            error = caught
        waiting, entry.waiting = entry.waiting, None
        for future in waiting:
            if error is None:
                future.set_result(entry.value)
            else:
                future.set_exception(error)
