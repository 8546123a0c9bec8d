import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mergeInto } from '../merge-into.js';

function ascending(numbers) {
  return [...numbers].sort((a, b) => a - b);
}

/** Makes a target with room behind its own numbers, calls `mergeInto` and compares the whole target. */
function expectMerged(own, source, expected, room = 0) {
  const target = [...own, ...source.map(() => room)];
  const call = `mergeInto(${JSON.stringify(target)}, ${own.length}, ${JSON.stringify(source)})`;
  mergeInto(target, own.length, Object.freeze([...source]));
  const wanted = JSON.stringify(expected);
  assert.deepEqual(target, expected, `${call} should leave ${wanted} in the target, not ${JSON.stringify(target)}`);
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

describe('mergeInto', () => {
  test('merges the worked example', () => {
    expectMerged([2, 5, 9], [1, 6], [1, 2, 5, 6, 9]);
  });

  test('puts larger numbers behind', () => {
    expectMerged([1, 2, 3], [7, 8], [1, 2, 3, 7, 8]);
  });

  test('puts smaller numbers in front', () => {
    expectMerged([7, 8, 9], [1, 2], [1, 2, 7, 8, 9]);
  });

  test('takes turns when the numbers alternate', () => {
    expectMerged([1, 3, 5, 7], [2, 4, 6, 8], [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('keeps equal numbers from both sides', () => {
    expectMerged([1, 4, 4, 6], [4, 6, 6], [1, 4, 4, 4, 6, 6, 6]);
  });

  test('takes everything from the source when the target has no numbers', () => {
    expectMerged([], [3, 5, 8], [3, 5, 8]);
    expectMerged([], [], []);
  });

  test('changes nothing when the source is empty', () => {
    expectMerged([2, 4, 6], [], [2, 4, 6]);
  });

  test('merges a single number into each place', () => {
    expectMerged([2, 4], [1], [1, 2, 4]);
    expectMerged([2, 4], [3], [2, 3, 4]);
    expectMerged([2, 4], [5], [2, 4, 5]);
  });

  test('treats zero and negative numbers like any other', () => {
    expectMerged([-4, 0, 0, 3], [-9, -1, 0], [-9, -4, -1, 0, 0, 0, 3]);
    expectMerged([-3, -2], [-5], [-5, -3, -2]);
  });

  test('takes no notice of what stands in the room', () => {
    expectMerged([2, 5], [1, 6], [1, 2, 5, 6], 99);
    expectMerged([2, 5], [1, 6], [1, 2, 5, 6], -99);
    expectMerged([2, 5], [1, 6], [1, 2, 5, 6], 2);
  });

  test('leaves the source as it was', () => {
    const source = [1, 4, 9];
    mergeInto([2, 3, 0, 0, 0], 2, source);
    assert.deepEqual(source, [1, 4, 9], 'mergeInto([2,3,0,0,0], 2, [1,4,9]) changed the source');
  });

  test('agrees with sorting both together on 300 random pairs of lists', () => {
    const random = seededRandom(12);
    const someNumbers = () =>
      ascending(Array.from({ length: Math.floor(random() * 8) }, () => Math.floor(random() * 19) - 9));
    for (let round = 0; round < 300; round += 1) {
      const own = someNumbers();
      const source = someNumbers();
      expectMerged(own, source, ascending([...own, ...source]));
    }
  });

  test('works in place without a copy of the list', () => {
    const own = Array.from({ length: 60 }, (_, place) => 2 * place);
    const source = Array.from({ length: 60 }, (_, place) => 2 * place + 1);
    const target = [...own, ...source.map(() => -1)];
    const carried = [];
    mergeInto(watch(target, carried), 60, source);
    const given = '0, 2, … 118 merged with 1, 3, … 119';
    const wrong = target.findIndex((number, place) => number !== place);
    assert.equal(wrong, -1, `${given}: place ${wrong} should hold ${wrong}, not ${target[wrong]}`);
    const most = Math.max(0, ...carried);
    assert.ok(
      most <= 8,
      `${given}: mergeInto should keep a few numbers of the target beside it at a time, ` +
        `but wrote numbers that were read long before: it kept ${most} at once`,
    );
  });

  test('merges two lists of five hundred numbers', () => {
    const own = Array.from({ length: 500 }, (_, place) => 3 * place);
    const source = Array.from({ length: 500 }, (_, place) => 2 * place + 1);
    const target = [...own, ...source.map(() => 0)];
    mergeInto(target, 500, source);
    const expected = ascending([...own, ...source]);
    const wrong = target.findIndex((number, place) => number !== expected[place]);
    const given = '0, 3, … 1497 merged with 1, 3, … 999';
    assert.equal(wrong, -1, `${given}: place ${wrong} should hold ${expected[wrong]}, not ${target[wrong]}`);
    assert.equal(target.length, 1000, `${given}: the target should hold 1000 numbers, not ${target.length}`);
  });
});
