import asyncio

from cache import Cache


class Flight:
    def __init__(self, key):
        self.key = key
        self.future = asyncio.get_running_loop().create_future()

    def arrive(self, value):
        self.future.set_result(value)

    def fail(self, message):
        self.future.set_exception(RuntimeError(message))


class Source:
    """A slow source whose answers come when the test says so, and a clock that only the test moves."""

    def __init__(self):
        self.now = 0
        self.flights = []

    async def load(self, key):
        self.flights.append(Flight(key))
        return await self.flights[-1].future

    def make_cache(self, load=None, ttl_ms=1000, jitter=0, random=lambda: 0.5, **options):
        return Cache(load or self.load, lambda: self.now, ttl_ms, jitter, random, **options)

    def ask(self, cache, key):
        """Asks without waiting; the task gives the value, or "error: …"."""

        async def outcome():
            try:
                return await cache.get(key)
            except RuntimeError as error:
                return f"error: {error}"

        return asyncio.ensure_future(outcome())

    async def settle(self):
        """Lets everything happen that does not wait for the source."""
        for _ in range(20):
            await asyncio.sleep(0)

    async def fill(self, cache, key, value):
        """Loads a key and lets it arrive."""
        answer = self.ask(cache, key)
        await self.settle()
        self.flights[-1].arrive(value)
        await answer

    async def peek(self, cache, key):
        """What a call gives without the source's help; "waiting" when it needs it."""
        answer = self.ask(cache, key)
        await self.settle()
        return answer.result() if answer.done() else "waiting"


def run(test):
    """Runs a test that is a coroutine function, and drops what still waits at its end."""

    def wrapped(self):
        asyncio.run(test(self))

    wrapped.__name__ = test.__name__
    return wrapped
