import asyncio
import unittest

from tests.source import Source, run


class AValueTest(unittest.TestCase):
    @run
    async def test_is_good_for_its_time_and_not_longer(self):
        source = Source()
        cache = source.make_cache()
        source.now = 500
        await source.fill(cache, "a", "apple")
        source.now = 1499
        self.assertEqual(await source.peek(cache, "a"), "apple", "loaded at 500 for 1000 ms: should be good at 1499")
        source.now = 1500
        actual = await source.peek(cache, "a")
        self.assertEqual(actual, "waiting", "loaded at 500 for 1000 ms: should be loaded anew at 1500")

    @run
    async def test_is_good_from_the_moment_it_arrived(self):
        source = Source()
        cache = source.make_cache()
        answer = source.ask(cache, "a")
        await source.settle()
        source.now = 700
        source.flights[0].arrive("apple")
        await answer
        source.now = 1600
        actual = await source.peek(cache, "a")
        self.assertEqual(actual, "apple", "asked for at 0, arrived at 700: should be good at 1600")

    @run
    async def test_is_loaded_once_when_its_time_is_over_however_many_ask(self):
        source = Source()
        cache = source.make_cache()
        await source.fill(cache, "a", "apple")
        source.now = 1000
        answers = [source.ask(cache, "a") for _ in range(50)]
        await source.settle()
        self.assertEqual(len(source.flights), 2, "50 ask after its end: should load once more")
        source.flights[1].arrive("avocado")
        self.assertEqual(set(await asyncio.gather(*answers)), {"avocado"}, "all 50 should get the new value")

    @run
    async def test_may_end_earlier_by_the_jitter(self):
        source = Source()
        cache = source.make_cache(jitter=0.2, random=lambda: 0.5)
        await source.fill(cache, "a", "apple")
        source.now = 899
        story = "1000 ms, jitter 0.2, chance 0.5: should be good at 899 and over at 900"
        self.assertEqual(await source.peek(cache, "a"), "apple", story)
        source.now = 900
        self.assertEqual(await source.peek(cache, "a"), "waiting", story)

    @run
    async def test_draws_its_own_end(self):
        source = Source()
        chances = iter([0, 0.5, 0.75])
        cache = source.make_cache(jitter=0.4, random=lambda: next(chances, 0.99))
        for key in "abc":
            await source.fill(cache, key, key)
        source.now = 750
        seen = [await source.peek(cache, key) for key in "abc"]
        story = "1000 ms, jitter 0.4, chances 0, 0.5, 0.75: ends at 1000, 800 and 700"
        self.assertEqual(seen, ["a", "b", "waiting"], story)

    @run
    async def test_keeps_the_end_it_drew_however_often_it_is_read(self):
        source = Source()
        chances = iter([0])
        cache = source.make_cache(jitter=1, random=lambda: next(chances, 0.99))
        await source.fill(cache, "a", "apple")
        source.now = 500
        for _ in range(3):
            actual = await source.peek(cache, "a")
            self.assertEqual(actual, "apple", "chance 0 was drawn when it arrived: good until 1000")

    @run
    async def test_is_not_given_any_more_when_its_time_is_over_and_loading_fails(self):
        source = Source()
        cache = source.make_cache()
        await source.fill(cache, "a", "apple")
        source.now = 1000
        answer = source.ask(cache, "a")
        await source.settle()
        source.flights[1].fail("down")
        story = "its time is over and loading failed: should raise, not give apple"
        self.assertEqual(await answer, "error: down", story)
