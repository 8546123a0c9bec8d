import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { mostWater } from '../most-water.ts';

interface Case {
  heights: number[];
  water: number;
}

/** Plain examples, the same for every language: lists of walls and the water they hold. */
const cases: Record<string, Case[]> = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

function expectWater(heights: readonly number[], expected: number): void {
  const actual = mostWater(heights);
  assert.equal(actual, expected, `mostWater(${JSON.stringify(heights)}) should be ${expected}, not ${actual}`);
}

function expectCases(group: string): void {
  for (const { heights, water } of cases[group]) expectWater(heights, water);
}

/** Tries every pair of walls: slow, and plainly right. */
function waterByEveryPair(heights: readonly number[]): number {
  const amounts = heights.flatMap((height, left) =>
    heights.slice(left + 1).map((other, distance) => Math.min(height, other) * (distance + 1)),
  );
  return Math.max(0, ...amounts);
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('mostWater', () => {
  test('finds the water of the worked example', () => {
    expectWater([3, 1, 6, 4, 5, 2], 12);
  });

  test('measures two walls by the lower one', () => {
    expectCases('twoWalls');
  });

  test('takes low walls far apart over high walls side by side', () => {
    expectWater([5, 1, 7, 8, 1, 5], 25);
  });

  test('takes high walls side by side over low walls far apart', () => {
    expectWater([1, 1, 9, 9, 1, 1], 9);
  });

  test('finds the best pair away from both ends', () => {
    expectWater([1, 2, 8, 3, 3, 8, 2, 1], 24);
  });

  test('holds no water with fewer than two walls', () => {
    expectCases('fewerThanTwoWalls');
  });

  test('holds no water at a wall of no height', () => {
    expectCases('wallsOfNoHeight');
  });

  test('measures rising and falling walls', () => {
    expectCases('slopes');
  });

  test('takes the widest of equal walls', () => {
    expectCases('equalWalls');
  });

  test('looks further inside when the ends are equally high', () => {
    expectCases('tiesAtTheEnds');
  });

  test('leaves the list as it was', () => {
    const heights = [2, 7, 1, 6];
    mostWater(heights);
    assert.deepEqual(heights, [2, 7, 1, 6], 'mostWater([2, 7, 1, 6]) changed the list it was given');
  });

  test('agrees with trying every pair on 400 random lists', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 400; round += 1) {
      const length = Math.floor(random() * 10);
      const heights = Array.from({ length }, () => Math.floor(random() * 16));
      expectWater(heights, waterByEveryPair(heights));
    }
  });

  test('finds the best of six hundred walls', () => {
    const heights = Array.from({ length: 600 }, (_, place) => 1 + ((place * 7) % 50));
    heights[120] = 1000;
    heights[450] = 900;
    const actual = mostWater(heights);
    const walls = 'walls of at most 50, but one of 1000 at place 120 and one of 900 at place 450';
    assert.equal(actual, 297000, `${walls}, hold 900 × 330 = 297000, not ${actual}`);
  });
});
