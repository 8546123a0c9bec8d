import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pairSum } from '../pair-sum.js';

/** Calls `pairSum` and compares its answer with the one answer that is right. */
function expectPair(numbers, target, expected) {
  const actual = pairSum(numbers, target);
  const call = `pairSum(${JSON.stringify(numbers)}, ${target})`;
  assert.deepEqual(actual, expected, `${call} should be ${JSON.stringify(expected)}, not ${JSON.stringify(actual)}`);
}

/** For lists with several right answers: takes any pair of different places, in order, that adds up. */
function expectAnyPair(numbers, target) {
  const actual = pairSum(numbers, target);
  const call = `pairSum(${JSON.stringify(numbers)}, ${target})`;
  assert.ok(
    Array.isArray(actual) && actual.length === 2,
    `${call} should be a pair of places, not ${JSON.stringify(actual)}`,
  );
  const [left, right] = actual;
  assert.ok(left < right, `${call} should name two different places, the smaller first, not ${JSON.stringify(actual)}`);
  assert.equal(
    numbers[left] + numbers[right],
    target,
    `${call} answered ${JSON.stringify(actual)}, which adds up to something else`,
  );
}

/** Tries every pair: slow, and plainly right. */
function hasPair(numbers, target) {
  return numbers.some((number, place) => numbers.slice(place + 1).some((partner) => number + partner === target));
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('pairSum', () => {
  test('finds the pair of the worked example', () => {
    expectPair([1, 3, 4, 6, 8, 11], 10, [2, 3]);
  });

  test('finds the pair at both ends', () => {
    expectPair([2, 5, 9, 14], 16, [0, 3]);
  });

  test('finds two neighbours in the middle', () => {
    expectPair([1, 5, 6, 20], 11, [1, 2]);
  });

  test('says so when no two numbers add up to the target', () => {
    expectPair([1, 2, 4, 9], 7, null);
  });

  test('finds nothing in an empty list', () => {
    expectPair([], 0, null);
  });

  test('finds nothing in a list of one number', () => {
    expectPair([5], 10, null);
    expectPair([5], 5, null);
  });

  test('never pairs a number with itself', () => {
    expectPair([1, 3, 8], 6, null);
    expectPair([3, 4, 10], 20, null);
  });

  test('pairs two equal numbers at different places', () => {
    expectPair([1, 3, 3, 8], 6, [1, 2]);
  });

  test('works with negative numbers', () => {
    expectPair([-8, -3, 0, 2, 7], -6, [0, 3]);
    expectPair([-9, -5, -2], -14, [0, 1]);
    expectPair([3, 6, 10], -7, null);
  });

  test('finds a pair that adds up to zero', () => {
    expectPair([-4, -1, 2, 4], 0, [0, 3]);
  });

  test('gives any one pair when several fit', () => {
    expectAnyPair([1, 2, 3, 4, 5, 6], 7);
    expectAnyPair([0, 0, 0, 0], 0);
  });

  test('leaves the list as it was', () => {
    const numbers = [-2, 1, 1, 5, 9];
    pairSum(numbers, 6);
    assert.deepEqual(numbers, [-2, 1, 1, 5, 9], 'pairSum([-2, 1, 1, 5, 9], 6) changed the list it was given');
  });

  test('agrees with trying every pair on 400 random lists', () => {
    const random = seededRandom(2024);
    for (let round = 0; round < 400; round += 1) {
      const length = Math.floor(random() * 9);
      const numbers = Array.from({ length }, () => Math.floor(random() * 31) - 15).sort((a, b) => a - b);
      const target = Math.floor(random() * 41) - 20;
      if (hasPair(numbers, target)) expectAnyPair(numbers, target);
      else expectPair(numbers, target, null);
    }
  });

  test('finds the only pair among five hundred numbers', () => {
    const numbers = Array.from({ length: 500 }, (_, place) => 4 * place);
    numbers[300] += 1;
    numbers[425] += 1;
    const actual = pairSum(numbers, numbers[300] + numbers[425]);
    const wanted =
      'the numbers are 4 times their place, the ones at 300 and 425 are larger by 1, and the target is their sum';
    assert.deepEqual(actual, [300, 425], `${wanted}: expected [300,425], not ${JSON.stringify(actual)}`);
  });
});
