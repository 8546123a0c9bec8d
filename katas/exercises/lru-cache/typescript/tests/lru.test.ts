import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { LruCache } from '../lru-cache.ts';

interface Case {
  name: string;
  capacity: number;
  steps: string[];
}

/** The same for every language: calls, one after the other, and what they should answer. */
const cases: { lru: Case[] } = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

/** Plays "put a 1", "get a 1", "peek a none", "delete a true", "size 2", "keys a b". */
function play(cache: LruCache<string, number>, step: string): string {
  const [call, key, value] = step.split(' ');
  switch (call) {
    case 'put':
      cache.put(key, Number(value));
      return step;
    case 'get':
      return `get ${key} ${cache.get(key) ?? 'none'}`;
    case 'peek':
      return `peek ${key} ${cache.peek(key) ?? 'none'}`;
    case 'delete':
      return `delete ${key} ${cache.delete(key)}`;
    case 'size':
      return `size ${cache.size}`;
    default:
      return ['keys', ...cache.keys()].join(' ');
  }
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('LruCache', () => {
  for (const { name, capacity, steps } of cases.lru)
    test(name, () => {
      const cache = new LruCache<string, number>(capacity);
      for (const [place, step] of steps.entries()) {
        const actual = play(cache, step);
        const story = `a cache for ${capacity}, after ${steps.slice(0, place).join(', ') || 'nothing'}`;
        assert.equal(actual, step, `${story}: should be "${step}", not "${actual}"`);
      }
    });

  test('agrees with a plain list on 3000 random calls', () => {
    const random = seededRandom(3);
    const cache = new LruCache<string, number>(5);
    let list: [string, number][] = [];
    for (let round = 0; round < 3000; round += 1) {
      const key = 'abcdefgh'[Math.floor(random() * 8)];
      const found = list.find(([other]) => other === key);
      const rest = list.filter(([other]) => other !== key);
      const call = random();
      if (call < 0.45) {
        cache.put(key, round);
        list = [...rest, [key, round] as [string, number]].slice(-5);
      } else if (call < 0.9) {
        const actual = cache.get(key);
        if (found) list = [...rest, found];
        assert.equal(actual, found?.[1], `round ${round}, get("${key}"): should be ${found?.[1]}, not ${actual}`);
      } else {
        cache.delete(key);
        list = rest;
      }
      const expected = list.map(([other]) => other).join(' ');
      const actual = cache.keys().join(' ');
      assert.equal(actual, expected, `after round ${round} with key "${key}" the keys should be ${expected}`);
    }
  });

  test('shares nothing with other caches', () => {
    const one = new LruCache<string, number>(2);
    const other = new LruCache<string, number>(2);
    one.put('a', 1);
    assert.equal(other.size, 0, 'after a put to one cache another should be empty');
    assert.equal(other.get('a'), undefined, 'a value put into one cache should not be found in another');
  });
});
