import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deduplicate } from '../deduplicate.js';

/** Calls `deduplicate` on a copy and compares the count, and as many numbers at the front of the list. */
function expectFront(numbers, expected) {
  const items = [...numbers];
  const count = deduplicate(items);
  const actual = { count, front: items.slice(0, count) };
  const call = `deduplicate(${JSON.stringify(numbers)})`;
  const wanted = `answer ${expected.length} with ${JSON.stringify(expected)} at the front`;
  const got = `answered ${count} with ${JSON.stringify(actual.front)} at the front`;
  assert.deepEqual(actual, { count: expected.length, front: expected }, `${call} should ${wanted}, and ${got}`);
}

/**
 * A list that notes its reads and writes. `carried[moment]` counts the numbers that were read before that moment and
 * written after it without another look: they had to be kept somewhere meanwhile. In place that is a handful, with a
 * copy it is all of them.
 */
function watch(numbers, carried) {
  const lastRead = new Map();
  const isPlace = (key) => typeof key === 'string' && /^\d+$/.test(key);
  return new Proxy(numbers, {
    get(list, key) {
      const value = Reflect.get(list, key);
      if (isPlace(key)) lastRead.set(value, carried.push(0));
      return value;
    },
    set(list, key, value) {
      if (isPlace(key)) {
        const read = lastRead.get(value) ?? carried.length;
        for (let moment = read; moment < carried.length; moment += 1) carried[moment] += 1;
      }
      return Reflect.set(list, key, value);
    },
  });
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('deduplicate', () => {
  test('keeps one of each in the worked example', () => {
    expectFront([2, 2, 3, 5, 5, 5, 8], [2, 3, 5, 8]);
  });

  test('shortens a run at the front', () => {
    expectFront([1, 1, 1, 4, 6], [1, 4, 6]);
  });

  test('shortens a run at the end', () => {
    expectFront([1, 4, 6, 6, 6], [1, 4, 6]);
  });

  test('shortens runs that follow each other directly', () => {
    expectFront([3, 3, 4, 4, 5, 5], [3, 4, 5]);
  });

  test('keeps a list without repeats as it is', () => {
    expectFront([1, 2, 3, 7], [1, 2, 3, 7]);
  });

  test('boils a list of equal numbers down to one', () => {
    expectFront([9, 9, 9, 9], [9]);
  });

  test('answers zero for an empty list', () => {
    expectFront([], []);
  });

  test('keeps a single number', () => {
    expectFront([6], [6]);
  });

  test('treats zero and negative numbers like any other', () => {
    expectFront([-3, -3, -1, 0, 0, 2], [-3, -1, 0, 2]);
    expectFront([0, 0, 0], [0]);
  });

  test('finds nothing more to remove the second time', () => {
    const items = [1, 1, 2, 4, 4, 4, 9];
    const count = deduplicate(items);
    const front = items.slice(0, count);
    assert.deepEqual(
      front,
      [1, 2, 4, 9],
      `the first call on [1,1,2,4,4,4,9] left ${JSON.stringify(front)} at the front`,
    );
    expectFront(front, [1, 2, 4, 9]);
  });

  test('agrees with a set on 300 random lists', () => {
    const random = seededRandom(77);
    for (let round = 0; round < 300; round += 1) {
      const length = Math.floor(random() * 12);
      const numbers = Array.from({ length }, () => Math.floor(random() * 9) - 4).sort((a, b) => a - b);
      expectFront(numbers, [...new Set(numbers)]);
    }
  });

  test('works in place without a copy of the list', () => {
    const numbers = Array.from({ length: 100 }, (_, place) => Math.floor(place / 2));
    const carried = [];
    const count = deduplicate(watch(numbers, carried));
    assert.equal(count, 50, `deduplicate([0, 0, 1, 1, … 49, 49]) should answer 50, not ${count}`);
    const most = Math.max(0, ...carried);
    assert.ok(
      most <= 8,
      'deduplicate([0, 0, 1, 1, … 49, 49]) should keep a few numbers beside the list at a time, ' +
        `but wrote numbers that were read long before: it kept ${most} at once`,
    );
  });

  test('shortens a list of five thousand numbers', () => {
    const numbers = Array.from({ length: 5000 }, (_, place) => Math.floor(place / 5));
    const count = deduplicate(numbers);
    assert.equal(count, 1000, `a thousand numbers, five of each: deduplicate should answer 1000, not ${count}`);
    const wrong = Array.from({ length: 1000 }, (_, place) => place).find((place) => numbers[place] !== place);
    assert.equal(
      wrong,
      undefined,
      `a thousand numbers, five of each: place ${wrong} should hold ${wrong}, not ${numbers[wrong ?? 0]}`,
    );
  });
});
