import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isAlmostPalindrome } from '../almost-palindrome.ts';

interface Group {
  answer: boolean;
  texts: string[];
}

/** Plain examples, the same for every language: groups of texts and the answer that is right for all of the group. */
const cases: Record<string, Group> = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

function expectAnswer(text: string, expected: boolean): void {
  const actual = isAlmostPalindrome(text);
  assert.equal(actual, expected, `isAlmostPalindrome(${JSON.stringify(text)}) should be ${expected}, not ${actual}`);
}

function expectCases(group: string): void {
  for (const text of cases[group].texts) expectAnswer(text, cases[group].answer);
}

/** Leaves out each character in turn: slow, and plainly right. */
function byEverySkip(text: string): boolean {
  const isPalindrome = (candidate: string) => candidate === [...candidate].reverse().join('');
  const candidates = [...text].map((_, place) => text.slice(0, place) + text.slice(place + 1));
  return [text, ...candidates].some(isPalindrome);
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('isAlmostPalindrome', () => {
  test('accepts the text of the worked example', () => {
    expectAnswer('noxoan', true);
  });

  test('accepts texts that read the same both ways', () => {
    expectCases('readTheSameBothWays');
  });

  test('accepts one stray character in the first half', () => {
    expectCases('strayInTheFirstHalf');
  });

  test('accepts one stray character in the second half', () => {
    expectCases('strayInTheSecondHalf');
  });

  test('accepts one stray character in the middle', () => {
    expectCases('strayInTheMiddle');
  });

  test('accepts one stray character at an end', () => {
    expectCases('strayAtAnEnd');
  });

  test('tries both sides when either could be the stray one', () => {
    expectCases('eitherCouldBeTheStray');
  });

  test('rejects texts with two stray characters', () => {
    expectCases('twoStrays');
  });

  test('rejects texts of different characters only', () => {
    expectCases('allDifferent');
  });

  test('accepts the empty text and texts of one or two characters', () => {
    expectCases('tiny');
  });

  test('tells capitals and spaces apart', () => {
    expectCases('capitalsAndSpaces');
  });

  test('agrees with leaving out each character in turn on every text of up to nine letters a and b', () => {
    for (let length = 0; length <= 9; length += 1) {
      for (let bits = 0; bits < 2 ** length; bits += 1) {
        const text = Array.from({ length }, (_, place) => ((bits >> place) & 1 ? 'b' : 'a')).join('');
        expectAnswer(text, byEverySkip(text));
      }
    }
  });

  test('agrees with leaving out each character in turn on 300 random texts', () => {
    const random = seededRandom(8);
    for (let round = 0; round < 300; round += 1) {
      const letters = Array.from({ length: Math.floor(random() * 8) }, () => 'abc'[Math.floor(random() * 3)]);
      const mirrored = [...letters, ...[...letters].reverse()];
      for (let stray = 0; stray < round % 3; stray += 1) {
        mirrored.splice(Math.floor(random() * (mirrored.length + 1)), 0, 'abc'[Math.floor(random() * 3)]);
      }
      expectAnswer(mirrored.join(''), byEverySkip(mirrored.join('')));
    }
  });

  test('judges texts of six hundred characters', () => {
    const half = 'abcdefghij'.repeat(30);
    const mirrored = [...half].reverse().join('');
    const given = 'three hundred letters, X, the same letters backwards';
    assert.equal(isAlmostPalindrome(`${half}X${mirrored}`), true, `${given}: should be true`);
    assert.equal(isAlmostPalindrome(`${half}XY${mirrored}`), true, `${given}, but XY in place of X: should be true`);
    assert.equal(
      isAlmostPalindrome(`${half}XYZ${mirrored}`),
      false,
      `${given}, but XYZ in place of X: should be false`,
    );
  });
});
