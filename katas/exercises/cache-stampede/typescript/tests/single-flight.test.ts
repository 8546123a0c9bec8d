import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outcome, Source } from './source.ts';

describe('One flight', () => {
  test('loads a key and gives its value', async () => {
    const source = new Source();
    const answer = source.makeCache().get('a');
    await source.settle();
    assert.equal(source.flights.map(({ key }) => key).join(), 'a', 'get a on an empty cache should load a once');
    source.flights[0].arrive('apple');
    assert.equal(await answer, 'apple', 'get a should give what was loaded');
  });

  test('keeps what it loaded', async () => {
    const source = new Source();
    const cache = source.makeCache();
    await source.fill(cache, 'a', 'apple');
    assert.equal(await source.peek(cache, 'a'), 'apple', 'a second get a should give apple at once');
    assert.equal(source.flights.length, 1, `get a twice should load once, not ${source.flights.length} times`);
  });

  test('is shared by everybody who comes while it is on its way', async () => {
    const source = new Source();
    const cache = source.makeCache();
    const answers = [cache.get('a'), cache.get('a')];
    await source.settle();
    answers.push(...Array.from({ length: 98 }, () => cache.get('a')));
    await source.settle();
    assert.equal(source.flights.length, 1, `100 times get a at once should load once, not ${source.flights.length} times`);
    source.flights[0].arrive('apple');
    const values = new Set(await Promise.all(answers));
    assert.equal([...values].join(), 'apple', 'everybody who waited should get apple');
  });

  test('is one for each key', async () => {
    const source = new Source();
    const cache = source.makeCache();
    const answers = [cache.get('a'), cache.get('b')];
    await source.settle();
    assert.equal(source.flights.map(({ key }) => key).join(' '), 'a b', 'get a and get b should load both');
    source.flights[1].arrive('berry');
    source.flights[0].arrive('apple');
    assert.equal((await Promise.all(answers)).join(' '), 'apple berry', 'each key should get its own value');
  });

  test('tells everybody when it failed', async () => {
    const source = new Source();
    const cache = source.makeCache();
    const answers = [outcome(cache.get('a')), outcome(cache.get('a'))];
    await source.settle();
    source.flights[0].fail('down');
    assert.equal((await Promise.all(answers)).join(' '), 'error: down error: down', 'both who waited should be told');
  });

  test('is not kept when it failed', async () => {
    const source = new Source();
    const cache = source.makeCache();
    const first = outcome(cache.get('a'));
    await source.settle();
    source.flights[0].fail('down');
    await first;
    const second = cache.get('a');
    await source.settle();
    assert.equal(source.flights.length, 2, 'after a failure the next get a should load again');
    source.flights[1].arrive('apple');
    assert.equal(await second, 'apple', 'the second load went well: get a should give apple');
  });

  test('is over when loading fails before it begins', async () => {
    const source = new Source();
    let calls = 0;
    const load = (): Promise<string> => {
      calls += 1;
      if (calls === 1) throw new Error('no route');
      return Promise.resolve('apple');
    };
    const cache = source.makeCache({ load });
    assert.equal(await outcome(cache.get('a')), 'error: no route', 'a load that throws at once should reject');
    assert.equal(await outcome(cache.get('a')), 'apple', 'the next get a should load again');
  });

  test('keeps values that look like nothing', async () => {
    const source = new Source();
    const cache = source.makeCache();
    await source.fill(cache, 'a', '');
    assert.equal(await source.peek(cache, 'a'), '', 'an empty value was loaded: it should be kept');
  });

  test('is started again after the key was forgotten', async () => {
    const source = new Source();
    const cache = source.makeCache();
    await source.fill(cache, 'a', 'apple');
    cache.forget('a');
    assert.equal(await source.peek(cache, 'a'), 'waiting', 'after forget a, get a should load again');
    source.flights[1].arrive('avocado');
    await source.settle();
    assert.equal(await source.peek(cache, 'a'), 'avocado', 'the newly loaded value should be kept');
  });

  test('leaves nothing behind when the key was forgotten on the way', async () => {
    const source = new Source();
    const cache = source.makeCache();
    const old = cache.get('a');
    await source.settle();
    cache.forget('a');
    const fresh = cache.get('a');
    await source.settle();
    assert.equal(source.flights.length, 2, 'after forget a, get a should not wait for the old flight');
    source.flights[1].arrive('new');
    assert.equal(await fresh, 'new', 'who asked after forget should get the new value');
    source.flights[0].arrive('old');
    assert.equal(await old, 'old', 'who asked before forget still gets an answer');
    assert.equal(await source.peek(cache, 'a'), 'new', 'the old flight came in last: the new value should stay');
  });

  test('does not end a newer one', async () => {
    const source = new Source();
    const cache = source.makeCache();
    const old = cache.get('a');
    await source.settle();
    cache.forget('a');
    const fresh = [cache.get('a')];
    await source.settle();
    source.flights[0].arrive('old');
    await old;
    fresh.push(cache.get('a'));
    await source.settle();
    assert.equal(source.flights.length, 2, 'an old flight came in: who asks now should share the new one');
    source.flights[1].arrive('new');
    assert.equal((await Promise.all(fresh)).join(' '), 'new new', 'both should get the new value');
  });
});
