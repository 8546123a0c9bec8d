import asyncio
import unittest

from tests.source import Source, run


class OneFlightTest(unittest.TestCase):
    @run
    async def test_loads_a_key_and_gives_its_value(self):
        source = Source()
        answer = source.ask(source.make_cache(), "a")
        await source.settle()
        keys = [flight.key for flight in source.flights]
        self.assertEqual(keys, ["a"], "get a on an empty cache should load a once")
        source.flights[0].arrive("apple")
        self.assertEqual(await answer, "apple", "get a should give what was loaded")

    @run
    async def test_keeps_what_it_loaded(self):
        source = Source()
        cache = source.make_cache()
        await source.fill(cache, "a", "apple")
        self.assertEqual(await source.peek(cache, "a"), "apple", "a second get a should give apple at once")
        self.assertEqual(len(source.flights), 1, "get a twice should load once")

    @run
    async def test_is_shared_by_everybody_who_comes_while_it_is_on_its_way(self):
        source = Source()
        cache = source.make_cache()
        answers = [source.ask(cache, "a"), source.ask(cache, "a")]
        await source.settle()
        answers += [source.ask(cache, "a") for _ in range(98)]
        await source.settle()
        self.assertEqual(len(source.flights), 1, "100 times get a at once should load once")
        source.flights[0].arrive("apple")
        self.assertEqual(set(await asyncio.gather(*answers)), {"apple"}, "everybody who waited should get apple")

    @run
    async def test_is_one_for_each_key(self):
        source = Source()
        cache = source.make_cache()
        answers = [source.ask(cache, "a"), source.ask(cache, "b")]
        await source.settle()
        keys = [flight.key for flight in source.flights]
        self.assertEqual(keys, ["a", "b"], "get a and get b should load both")
        source.flights[1].arrive("berry")
        source.flights[0].arrive("apple")
        self.assertEqual(await asyncio.gather(*answers), ["apple", "berry"], "each key should get its own value")

    @run
    async def test_tells_everybody_when_it_failed(self):
        source = Source()
        cache = source.make_cache()
        answers = [source.ask(cache, "a"), source.ask(cache, "a")]
        await source.settle()
        source.flights[0].fail("down")
        self.assertEqual(await asyncio.gather(*answers), ["error: down"] * 2, "both who waited should be told")

    @run
    async def test_is_not_kept_when_it_failed(self):
        source = Source()
        cache = source.make_cache()
        first = source.ask(cache, "a")
        await source.settle()
        source.flights[0].fail("down")
        await first
        second = source.ask(cache, "a")
        await source.settle()
        self.assertEqual(len(source.flights), 2, "after a failure the next get a should load again")
        source.flights[1].arrive("apple")
        self.assertEqual(await second, "apple", "the second load went well: get a should give apple")

    @run
    async def test_is_over_when_loading_fails_before_it_begins(self):
        source = Source()
        calls = []

        async def load(key):
            calls.append(key)
            if len(calls) == 1:
                raise RuntimeError("no route")
            return "apple"

        cache = source.make_cache(load)
        self.assertEqual(await source.ask(cache, "a"), "error: no route", "a load that raises at once should be told")
        self.assertEqual(await source.ask(cache, "a"), "apple", "the next get a should load again")

    @run
    async def test_keeps_values_that_look_like_nothing(self):
        source = Source()
        cache = source.make_cache()
        await source.fill(cache, "a", "")
        self.assertEqual(await source.peek(cache, "a"), "", "an empty value was loaded: it should be kept")

    @run
    async def test_is_started_again_after_the_key_was_forgotten(self):
        source = Source()
        cache = source.make_cache()
        await source.fill(cache, "a", "apple")
        cache.forget("a")
        self.assertEqual(await source.peek(cache, "a"), "waiting", "after forget a, get a should load again")
        source.flights[1].arrive("avocado")
        await source.settle()
        self.assertEqual(await source.peek(cache, "a"), "avocado", "the newly loaded value should be kept")

    @run
    async def test_leaves_nothing_behind_when_the_key_was_forgotten_on_the_way(self):
        source = Source()
        cache = source.make_cache()
        old = source.ask(cache, "a")
        await source.settle()
        cache.forget("a")
        fresh = source.ask(cache, "a")
        await source.settle()
        self.assertEqual(len(source.flights), 2, "after forget a, get a should not wait for the old flight")
        source.flights[1].arrive("new")
        self.assertEqual(await fresh, "new", "who asked after forget should get the new value")
        source.flights[0].arrive("old")
        self.assertEqual(await old, "old", "who asked before forget still gets an answer")
        self.assertEqual(await source.peek(cache, "a"), "new", "the old flight came in last: the new value should stay")

    @run
    async def test_does_not_end_a_newer_one(self):
        source = Source()
        cache = source.make_cache()
        old = source.ask(cache, "a")
        await source.settle()
        cache.forget("a")
        fresh = [source.ask(cache, "a")]
        await source.settle()
        source.flights[0].arrive("old")
        await old
        fresh.append(source.ask(cache, "a"))
        await source.settle()
        self.assertEqual(len(source.flights), 2, "an old flight came in: who asks now should share the new one")
        source.flights[1].arrive("new")
        self.assertEqual(await asyncio.gather(*fresh), ["new", "new"], "both should get the new value")
