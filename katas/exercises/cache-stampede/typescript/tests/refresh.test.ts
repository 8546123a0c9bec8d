import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Source } from './source.ts';

/** A cache that refreshes in the last 200 of 1000 ms, with a value that arrived at 0. */
async function refreshing(): Promise<{ source: Source; cache: ReturnType<Source['makeCache']> }> {
  const source = new Source();
  const cache = source.makeCache({ refreshMs: 200 });
  await source.fill(cache, 'a', 'old');
  return { source, cache };
}

describe('A refresh', () => {
  test('does not begin too early', async () => {
    const { source, cache } = await refreshing();
    source.now = 799;
    assert.equal(await source.peek(cache, 'a'), 'old', 'at 799 of 1000 ms the value should be given');
    assert.equal(source.flights.length, 1, 'refreshMs 200: nothing should be loaded before 800');
  });

  test('loads behind the back of those who ask', async () => {
    const { source, cache } = await refreshing();
    source.now = 800;
    assert.equal(await source.peek(cache, 'a'), 'old', 'refreshMs 200: at 800 the old value should be given at once');
    assert.equal(source.flights.length, 2, 'refreshMs 200: at 800 a new value should be on its way');
  });

  test('takes the place of the old value', async () => {
    const { source, cache } = await refreshing();
    source.now = 850;
    await source.peek(cache, 'a');
    source.flights[1].arrive('new');
    await source.settle();
    assert.equal(await source.peek(cache, 'a'), 'new', 'the refresh came in: the new value should be given');
    source.now = 1649;
    assert.equal(await source.peek(cache, 'a'), 'new', 'arrived at 850: should be good at 1649');
    assert.equal(source.flights.length, 2, 'arrived at 850: nothing should be loaded before 1650');
  });

  test('is one, however many ask', async () => {
    const { source, cache } = await refreshing();
    source.now = 900;
    for (let time = 0; time < 20; time += 1) await source.peek(cache, 'a');
    assert.equal(source.flights.length, 2, `20 ask at 900: should refresh once, not ${source.flights.length - 1} times`);
  });

  test('that fails does nobody harm', async () => {
    const { source, cache } = await refreshing();
    source.now = 900;
    await source.peek(cache, 'a');
    source.flights[1].fail('down');
    await source.settle();
    assert.equal(await source.peek(cache, 'a'), 'old', 'the refresh failed at 900: the old value is good until 1000');
    assert.equal(source.flights.length, 3, 'the refresh failed: who asks next should start another one');
  });

  test('is waited for when the old value ends on the way', async () => {
    const { source, cache } = await refreshing();
    source.now = 900;
    await source.peek(cache, 'a');
    source.now = 1000;
    const answer = cache.get('a');
    await source.settle();
    assert.equal(source.flights.length, 2, 'a refresh is on its way: who asks at 1000 should wait for it');
    source.flights[1].arrive('new');
    assert.equal(await answer, 'new', 'who waited for the refresh should get the new value');
  });

  test('is not kept when the key is forgotten on the way', async () => {
    const { source, cache } = await refreshing();
    source.now = 900;
    await source.peek(cache, 'a');
    cache.forget('a');
    source.flights[1].arrive('new');
    await source.settle();
    assert.equal(await source.peek(cache, 'a'), 'waiting', 'forgotten while it was refreshed: should be loaded anew');
  });
});
