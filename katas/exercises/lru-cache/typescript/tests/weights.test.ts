import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { LruCache } from '../lru-cache.ts';

interface Case {
  name: string;
  capacity: number;
  steps: string[];
}

/** The same for every language; a value is its own weight here. */
const cases: { weights: Case[] } = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

/** Plays "put a 4", "get a 4", "delete a true", "size 2", "keys a b". */
function play(cache: LruCache<string, number>, step: string): string {
  const [call, key, value] = step.split(' ');
  switch (call) {
    case 'put':
      cache.put(key, Number(value));
      return step;
    case 'get':
      return `get ${key} ${cache.get(key) ?? 'none'}`;
    case 'delete':
      return `delete ${key} ${cache.delete(key)}`;
    case 'size':
      return `size ${cache.size}`;
    default:
      return ['keys', ...cache.keys()].join(' ');
  }
}

describe('LruCache with weights', () => {
  for (const { name, capacity, steps } of cases.weights)
    test(name, () => {
      const cache = new LruCache<string, number>(capacity, (_, weight) => weight);
      for (const [place, step] of steps.entries()) {
        const actual = play(cache, step);
        const story = `a cache for a weight of ${capacity}, after ${steps.slice(0, place).join(', ') || 'nothing'}`;
        assert.equal(actual, step, `${story}: should be "${step}", not "${actual}"`);
      }
    });

  test('hands the key and the value to be weighed', () => {
    const cache = new LruCache<string, string>(8, (key, value) => key.length + value.length);
    cache.put('ab', 'cd');
    cache.put('e', 'fgh');
    assert.equal(cache.keys().join(' '), 'ab e', 'two entries of 4 letters should both fit into 8 letters');
    cache.put('i', '');
    assert.equal(cache.keys().join(' '), 'e i', 'an entry of 1 letter more should drop the oldest of two');
  });

  test('weighs 1 for each entry when nothing else is said', () => {
    const cache = new LruCache<string, number>(2);
    for (const [place, key] of [...'abc'].entries()) cache.put(key, 100 + place);
    assert.equal(cache.keys().join(' '), 'b c', 'a cache for 2 without weigh should keep the last 2 of a, b, c');
  });
});
