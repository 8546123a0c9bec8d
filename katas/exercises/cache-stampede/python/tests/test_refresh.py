import unittest

from tests.source import Source, run


async def refreshing():
    """A cache that refreshes in the last 200 of 1000 ms, with a value that arrived at 0."""
    source = Source()
    cache = source.make_cache(refresh_ms=200)
    await source.fill(cache, "a", "old")
    return source, cache


class ARefreshTest(unittest.TestCase):
    @run
    async def test_does_not_begin_too_early(self):
        source, cache = await refreshing()
        source.now = 799
        self.assertEqual(await source.peek(cache, "a"), "old", "at 799 of 1000 ms the value should be given")
        self.assertEqual(len(source.flights), 1, "refresh_ms 200: nothing should be loaded before 800")

    @run
    async def test_loads_behind_the_back_of_those_who_ask(self):
        source, cache = await refreshing()
        source.now = 800
        story = "refresh_ms 200: at 800 the old value should be given at once"
        self.assertEqual(await source.peek(cache, "a"), "old", story)
        self.assertEqual(len(source.flights), 2, "refresh_ms 200: at 800 a new value should be on its way")

    @run
    async def test_takes_the_place_of_the_old_value(self):
        source, cache = await refreshing()
        source.now = 850
        await source.peek(cache, "a")
        source.flights[1].arrive("new")
        await source.settle()
        self.assertEqual(await source.peek(cache, "a"), "new", "the refresh came in: the new value should be given")
        source.now = 1649
        self.assertEqual(await source.peek(cache, "a"), "new", "arrived at 850: should be good at 1649")
        self.assertEqual(len(source.flights), 2, "arrived at 850: nothing should be loaded before 1650")

    @run
    async def test_is_one_however_many_ask(self):
        source, cache = await refreshing()
        source.now = 900
        for _ in range(20):
            await source.peek(cache, "a")
        self.assertEqual(len(source.flights), 2, "20 ask at 900: should refresh once")

    @run
    async def test_that_fails_does_nobody_harm(self):
        source, cache = await refreshing()
        source.now = 900
        await source.peek(cache, "a")
        source.flights[1].fail("down")
        await source.settle()
        story = "the refresh failed at 900: the old value is good until 1000"
        self.assertEqual(await source.peek(cache, "a"), "old", story)
        self.assertEqual(len(source.flights), 3, "the refresh failed: who asks next should start another one")

    @run
    async def test_is_waited_for_when_the_old_value_ends_on_the_way(self):
        source, cache = await refreshing()
        source.now = 900
        await source.peek(cache, "a")
        source.now = 1000
        answer = source.ask(cache, "a")
        await source.settle()
        self.assertEqual(len(source.flights), 2, "a refresh is on its way: who asks at 1000 should wait for it")
        source.flights[1].arrive("new")
        self.assertEqual(await answer, "new", "who waited for the refresh should get the new value")

    @run
    async def test_is_not_kept_when_the_key_is_forgotten_on_the_way(self):
        source, cache = await refreshing()
        source.now = 900
        await source.peek(cache, "a")
        cache.forget("a")
        source.flights[1].arrive("new")
        await source.settle()
        story = "forgotten while it was refreshed: should be loaded anew"
        self.assertEqual(await source.peek(cache, "a"), "waiting", story)
