import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { SharedLimiter, type SharedLimiterOptions, type Store } from '../shared-limiter.ts';

interface Case {
  name: string;
  limit: number;
  windowMs: number;
  steps: string[];
}

/** The same for every language: "250 one a yes" is `allow("a")` on node one at 250 ms; "x8": allowed eight times. */
const cases: { shared: Case[] } = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

/** A store in memory, with a clock; `beforeWrite` is what another node does between a read and a write. */
class TestStore implements Store {
  now = 0;
  isDown = false;
  writes = 0;
  beforeWrite: (() => void) | undefined;
  readonly ttls: number[] = [];
  private versions = 0;
  private readonly entries = new Map<string, { value: number; version: number; until: number }>();

  read(name: string): { value: number; version: number } | undefined {
    if (this.isDown) throw new Error('the store cannot be reached');
    const entry = this.entries.get(name);
    return entry && entry.until > this.now ? { value: entry.value, version: entry.version } : undefined;
  }

  write(name: string, value: number, version: number, ttlMs: number): boolean {
    const other = this.beforeWrite;
    this.beforeWrite = undefined;
    other?.();
    if (this.isDown) throw new Error('the store cannot be reached');
    this.writes += 1;
    this.ttls.push(ttlMs);
    if ((this.read(name)?.version ?? 0) !== version) return false;
    this.versions += 1;
    this.entries.set(name, { value, version: this.versions, until: this.now + ttlMs });
    return true;
  }
}

function makeNode(store: TestStore, options: Partial<SharedLimiterOptions>): SharedLimiter {
  return new SharedLimiter({
    limit: 2,
    windowMs: 1000,
    store,
    clock: () => store.now,
    whenDown: 'refuse',
    ...options,
  });
}

describe('SharedLimiter', () => {
  for (const { name, limit, windowMs, steps } of cases.shared)
    test(name, () => {
      const store = new TestStore();
      const nodes = new Map(['one', 'two', 'three'].map((node) => [node, makeNode(store, { limit, windowMs })]));
      for (const [place, step] of steps.entries()) {
        const [at, node, key, expected] = step.split(' ');
        store.now = Number(at);
        const times = expected.startsWith('x') ? Number(expected.slice(1)) : 1;
        for (let time = 1; time <= times; time += 1) {
          const actual = nodes.get(node)!.allow(key) ? 'yes' : 'no';
          const wanted = times > 1 ? 'yes' : expected;
          const story = `${limit} in ${windowMs} ms, after ${steps.slice(0, place).join(', ') || 'nothing'}`;
          assert.equal(actual, wanted, `${story}: call ${time} of "${at} ${node} ${key}" should be ${wanted}`);
        }
      }
    });

  test('does not lose the call of a node that wrote in between', () => {
    const store = new TestStore();
    const [one, two] = [makeNode(store, {}), makeNode(store, {})];
    let other: boolean | undefined;
    store.beforeWrite = () => (other = two.allow('a'));
    assert.equal(one.allow('a'), true, 'limit 2, another node takes one in between: the first call should still fit');
    assert.equal(other, true, 'the call of the other node should be allowed too');
    assert.equal(one.allow('a'), false, 'limit 2: after two calls that crossed each other a third should be refused');
  });

  test('looks again at the limit after another node took the last place', () => {
    const store = new TestStore();
    const [one, two] = [makeNode(store, { limit: 1 }), makeNode(store, { limit: 1 })];
    store.beforeWrite = () => two.allow('a');
    assert.equal(one.allow('a'), false, 'limit 1, taken by another node between read and write: should be refused');
  });

  test('refuses after as many attempts as it was given', () => {
    const store = new TestStore();
    const limiter = makeNode(store, { limit: 100, attempts: 3 });
    const rival = makeNode(store, { limit: 100, attempts: 1 });
    let tries = 0;
    store.beforeWrite = function again() {
      tries += 1;
      store.beforeWrite = undefined;
      rival.allow('a');
      store.beforeWrite = again;
    };
    assert.equal(limiter.allow('a'), false, 'another node was faster at each of 3 attempts: should be refused');
    assert.equal(tries, 3, `attempts: 3 should try to write 3 times, not ${tries}`);
  });

  test('answers as it was told when the store is down', () => {
    const store = new TestStore();
    store.isDown = true;
    assert.equal(makeNode(store, { whenDown: 'allow' }).allow('a'), true, "whenDown: 'allow' should allow");
    assert.equal(makeNode(store, { whenDown: 'refuse' }).allow('a'), false, "whenDown: 'refuse' should refuse");
  });

  test('answers as it was told when the store goes down between read and write', () => {
    const store = new TestStore();
    const limiter = makeNode(store, { whenDown: 'allow' });
    store.beforeWrite = () => (store.isDown = true);
    assert.equal(limiter.allow('a'), true, "whenDown: 'allow', down at the write: should allow");
  });

  test('counts again when the store is back', () => {
    const store = new TestStore();
    const limiter = makeNode(store, { whenDown: 'allow', limit: 1 });
    limiter.allow('a');
    store.isDown = true;
    limiter.allow('a');
    store.isDown = false;
    assert.equal(limiter.allow('a'), false, 'limit 1, used before the store went down: should be refused after it');
  });

  test('writes nothing for a call it refuses', () => {
    const store = new TestStore();
    const limiter = makeNode(store, { limit: 1 });
    limiter.allow('a');
    const before = store.writes;
    for (let time = 0; time < 5; time += 1) limiter.allow('a');
    assert.equal(store.writes, before, 'five refused calls should not write to the store');
  });

  test('lets counters live two windows and not for ever', () => {
    const store = new TestStore();
    makeNode(store, { windowMs: 600 }).allow('a');
    assert.ok(store.ttls.length > 0, 'an allowed call should be written to the store');
    for (const ttl of store.ttls)
      assert.ok(ttl >= 1200 && ttl <= 2400, `windowMs 600: an entry should live 1200 to 2400 ms, not ${ttl}`);
  });
});
