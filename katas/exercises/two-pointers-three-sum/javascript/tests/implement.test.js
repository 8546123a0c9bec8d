import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { threeSum } from '../three-sum.js';

/** Each triple from small to large and the triples in order: the task leaves both to you. */
function inOrder(triples) {
  return triples
    .map((triple) => [...triple].sort((a, b) => a - b))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

/** Calls `threeSum` and compares what it found, in whatever order, with what is right. */
function expectTriples(numbers, target, expected) {
  const given = Object.freeze([...numbers]);
  const answer = threeSum(given, target);
  const call = `threeSum(${JSON.stringify(numbers)}, ${target})`;
  assert.ok(
    Array.isArray(answer) && answer.every(Array.isArray),
    `${call} should be a list of triples, not ${JSON.stringify(answer)}`,
  );
  const actual = inOrder(answer);
  const wanted = inOrder(expected);
  assert.deepEqual(actual, wanted, `${call} should be ${JSON.stringify(wanted)}, not ${JSON.stringify(actual)}`);
}

/** Tries every choice of three places: slow, and plainly right. */
function everyTriple(numbers, target) {
  const found = new Map();
  numbers.forEach((first, place) => {
    numbers.slice(place + 1).forEach((second, offset) => {
      for (const third of numbers.slice(place + offset + 2)) {
        const triple = [first, second, third].sort((a, b) => a - b);
        if (first + second + third === target) found.set(JSON.stringify(triple), triple);
      }
    });
  });
  return [...found.values()];
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('threeSum', () => {
  test('finds both combinations of the worked example', () => {
    const answer = [
      [-3, 2, 4],
      [-1, 2, 2],
    ];
    expectTriples([4, -1, 2, 1, -3, 2], 3, answer);
  });

  test('finds nothing when no three numbers add up', () => {
    expectTriples([1, 2, 4, 8], 9, []);
  });

  test('gives each combination once although values repeat', () => {
    expectTriples([1, 1, 2, 2, 3, 3], 6, [[1, 2, 3]]);
  });

  test('uses each place once', () => {
    expectTriples([3, 3, 1], 9, []);
    expectTriples([4, 1, 9], 12, []);
  });

  test('takes three equal numbers from three places', () => {
    expectTriples([3, 3, 3], 9, [[3, 3, 3]]);
    expectTriples([0, 0, 0, 0, 0], 0, [[0, 0, 0]]);
  });

  test('takes an equal pair at the small end or at the large end', () => {
    expectTriples([5, 1, 1], 7, [[1, 1, 5]]);
    expectTriples([5, 5, 1], 11, [[1, 5, 5]]);
  });

  test('finds several combinations that begin with the same number', () => {
    const answer = [
      [1, 2, 7],
      [1, 3, 6],
      [1, 4, 5],
    ];
    expectTriples([1, 7, 2, 6, 3, 5, 4], 10, [...answer, [2, 3, 5]]);
  });

  test('finds nothing in a list of fewer than three numbers', () => {
    expectTriples([], 0, []);
    expectTriples([5], 5, []);
    expectTriples([2, 3], 5, []);
  });

  test('works with negative numbers and a negative target', () => {
    expectTriples([-5, -1, -4, 2], -10, [[-5, -4, -1]]);
    expectTriples([-7, 3, -2, 1], -6, [[-7, -2, 3]]);
  });

  test('compares numbers by value and not by their digits', () => {
    expectTriples([100, 9, 20, 3], 32, [[3, 9, 20]]);
    expectTriples([-10, -9, 8, 30, 11], 9, [[-10, 8, 11]]);
  });

  test('leaves the list as it was', () => {
    const numbers = [9, -1, 4, 0];
    threeSum(numbers, 3);
    assert.deepEqual(numbers, [9, -1, 4, 0], 'threeSum([9, -1, 4, 0], 3) changed the list it was given');
  });

  test('agrees with trying every triple on 250 random lists', () => {
    const random = seededRandom(31);
    for (let round = 0; round < 250; round += 1) {
      const length = Math.floor(random() * 11);
      const numbers = Array.from({ length }, () => Math.floor(random() * 21) - 10);
      const target = Math.floor(random() * 25) - 12;
      expectTriples(numbers, target, everyTriple(numbers, target));
    }
  });

  test('finds the only combination among 150 numbers', () => {
    const numbers = Array.from({ length: 150 }, (_, place) => 4 * ((place * 37) % 150));
    for (const place of [20, 70, 149]) numbers[place] += 1;
    expectTriples(numbers, numbers[20] + numbers[70] + numbers[149], [[numbers[20], numbers[70], numbers[149]]]);
  });
});
