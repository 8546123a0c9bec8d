import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Source } from './source.ts';

describe('A value', () => {
  test('is good for its time and not longer', async () => {
    const source = new Source();
    const cache = source.makeCache();
    source.now = 500;
    await source.fill(cache, 'a', 'apple');
    source.now = 1499;
    assert.equal(await source.peek(cache, 'a'), 'apple', 'loaded at 500 for 1000 ms: should be good at 1499');
    source.now = 1500;
    assert.equal(await source.peek(cache, 'a'), 'waiting', 'loaded at 500 for 1000 ms: should be loaded anew at 1500');
  });

  test('is good from the moment it arrived', async () => {
    const source = new Source();
    const cache = source.makeCache();
    const answer = cache.get('a');
    await source.settle();
    source.now = 700;
    source.flights[0].arrive('apple');
    await answer;
    source.now = 1600;
    assert.equal(await source.peek(cache, 'a'), 'apple', 'asked for at 0, arrived at 700: should be good at 1600');
  });

  test('is loaded once when its time is over, however many ask', async () => {
    const source = new Source();
    const cache = source.makeCache();
    await source.fill(cache, 'a', 'apple');
    source.now = 1000;
    const answers = Array.from({ length: 50 }, () => cache.get('a'));
    await source.settle();
    assert.equal(source.flights.length, 2, `50 ask after its end: should load once more, not ${source.flights.length - 1}×`);
    source.flights[1].arrive('avocado');
    assert.equal([...new Set(await Promise.all(answers))].join(), 'avocado', 'all 50 should get the new value');
  });

  test('may end earlier by the jitter', async () => {
    const source = new Source();
    const cache = source.makeCache({ jitter: 0.2, random: () => 0.5 });
    await source.fill(cache, 'a', 'apple');
    source.now = 899;
    assert.equal(await source.peek(cache, 'a'), 'apple', '1000 ms, jitter 0.2, chance 0.5: should be good at 899');
    source.now = 900;
    assert.equal(await source.peek(cache, 'a'), 'waiting', '1000 ms, jitter 0.2, chance 0.5: should be over at 900');
  });

  test('draws its own end', async () => {
    const source = new Source();
    const chances = [0, 0.5, 0.75];
    const cache = source.makeCache({ jitter: 0.4, random: () => chances.shift() ?? 0.99 });
    for (const key of ['a', 'b', 'c']) await source.fill(cache, key, key);
    source.now = 750;
    const seen = [await source.peek(cache, 'a'), await source.peek(cache, 'b'), await source.peek(cache, 'c')];
    assert.equal(seen.join(' '), 'a b waiting', '1000 ms, jitter 0.4, chances 0, 0.5, 0.75: ends at 1000, 800 and 700');
  });

  test('keeps the end it drew, however often it is read', async () => {
    const source = new Source();
    const chances = [0];
    const cache = source.makeCache({ jitter: 1, random: () => chances.shift() ?? 0.99 });
    await source.fill(cache, 'a', 'apple');
    source.now = 500;
    for (let time = 0; time < 3; time += 1)
      assert.equal(await source.peek(cache, 'a'), 'apple', 'chance 0 was drawn when it arrived: good until 1000');
  });

  test('is not given any more when its time is over and loading fails', async () => {
    const source = new Source();
    const cache = source.makeCache();
    await source.fill(cache, 'a', 'apple');
    source.now = 1000;
    const answer = cache.get('a').catch((error: Error) => `error: ${error.message}`);
    await source.settle();
    source.flights[1].fail('down');
    assert.equal(await answer, 'error: down', 'its time is over and loading failed: should reject, not give apple');
  });
});
