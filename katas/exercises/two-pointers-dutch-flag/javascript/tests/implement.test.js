import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { partition } from '../partition.js';

function ascending(numbers) {
  return [...numbers].sort((a, b) => a - b);
}

/**
 * Calls `partition` on a copy and looks at the answer and at the three groups. The order inside a group is free, so the
 * groups are sorted before they are compared.
 */
function expectGroups(numbers, pivot) {
  const below = numbers.filter((number) => number < pivot);
  const above = numbers.filter((number) => number > pivot);
  const start = below.length;
  const end = numbers.length - above.length;

  const items = [...numbers];
  const answer = partition(items, pivot);
  const actual = {
    answer,
    below: ascending(items.slice(0, start)),
    equal: items.slice(start, end),
    above: ascending(items.slice(end)),
  };
  const expected = {
    answer: [start, end],
    below: ascending(below),
    equal: numbers.filter((number) => number === pivot),
    above: ascending(above),
  };
  const call = `partition(${JSON.stringify(numbers)}, ${pivot})`;
  const got = `it answered ${JSON.stringify(answer)} and left ${JSON.stringify(items)}`;
  assert.deepEqual(
    actual,
    expected,
    `${call} should answer [${start},${end}] with the groups ${JSON.stringify([below, expected.equal, above])}; ${got}`,
  );
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

describe('partition', () => {
  test('makes the three groups of the worked example', () => {
    expectGroups([7, 5, 2, 5, 8, 1, 5], 5);
  });

  test('leaves groups that are in place', () => {
    expectGroups([1, 3, 4, 4, 6, 9], 4);
  });

  test('turns descending groups round', () => {
    expectGroups([9, 6, 4, 4, 3, 1], 4);
  });

  test('looks at a number that came back from the end', () => {
    expectGroups([5, 9, 1], 5);
    expectGroups([5, 5, 8, 7, 2, 3], 5);
  });

  test('answers the whole list when all are equal to the pivot', () => {
    expectGroups([3, 3, 3, 3], 3);
  });

  test('answers an empty range between the groups when the pivot is missing', () => {
    expectGroups([8, 1, 9, 2, 3], 5);
  });

  test('answers an empty range at the end when all are below the pivot', () => {
    expectGroups([4, 2, 3], 9);
  });

  test('answers an empty range at the front when all are above the pivot', () => {
    expectGroups([4, 2, 3], 1);
  });

  test('handles an empty list', () => {
    expectGroups([], 0);
  });

  test('handles a single number', () => {
    expectGroups([5], 5);
    expectGroups([4], 5);
    expectGroups([6], 5);
  });

  test('treats zero and negative numbers like any other', () => {
    expectGroups([0, -2, 3, 0, -5, 0, 1], 0);
    expectGroups([-4, -9, -1, -4], -4);
  });

  test('makes the right groups of 400 random lists', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 400; round += 1) {
      const length = Math.floor(random() * 11);
      const numbers = Array.from({ length }, () => Math.floor(random() * 9) - 4);
      expectGroups(numbers, Math.floor(random() * 7) - 3);
    }
  });

  test('works in place without a copy of the list', () => {
    const numbers = Array.from({ length: 101 }, (_, place) => (place * 37) % 101);
    const carried = [];
    const answer = partition(watch(numbers, carried), 50);
    assert.deepEqual(
      answer,
      [50, 51],
      `the numbers 0 to 100, mixed, and the pivot 50: expected [50,51], not ${JSON.stringify(answer)}`,
    );
    const most = Math.max(0, ...carried);
    assert.ok(
      most <= 8,
      'the numbers 0 to 100, mixed, and the pivot 50: partition should keep a few numbers beside the list at a time, ' +
        `but wrote numbers that were read long before: it kept ${most} at once`,
    );
  });

  test('groups six hundred numbers', () => {
    const numbers = Array.from({ length: 600 }, (_, place) => (place * 7) % 3);
    const answer = partition(numbers, 1);
    const given = 'two hundred each of 0, 1 and 2, mixed, and the pivot 1';
    assert.deepEqual(answer, [200, 400], `${given}: expected [200,400], not ${JSON.stringify(answer)}`);
    const wrong = numbers.findIndex((number, place) => number !== Math.floor(place / 200));
    assert.equal(wrong, -1, `${given}: place ${wrong} should hold ${Math.floor(wrong / 200)}, not ${numbers[wrong]}`);
  });
});
