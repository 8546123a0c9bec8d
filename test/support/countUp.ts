import type { Kata } from '../../src/core/model/kata.ts';
import type { Files } from '../../src/core/runs/runner.ts';
import { memoryFolder } from './memoryFolder.ts';

/** The languages in which the small kata of the runner's own tests stands. */
export type CountUpLanguage = 'typescript' | 'javascript' | 'python';

interface Track {
  readonly file: string;
  readonly testFile: string;
  readonly solution: string;
  readonly tests: string;
  readonly expected: readonly string[];
  /** The solution with a statement at the start of its function. */
  inside(statement: string): string;
}

const scriptTests = (extension: string) => `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countUp } from '../count-up.${extension}';

describe('countUp', () => {
  it('gives nothing for nothing', () => {
    assert.deepEqual(countUp(0), []);
  });

  it('gives the numbers up to three', () => {
    assert.deepEqual(countUp(3), [1, 2, 3]);
  });

  it('gives a thousand numbers', () => {
    assert.equal(countUp(1000).length, 1000);
  });
});
`;

const scriptExpected = ['gives nothing for nothing', 'gives the numbers up to three', 'gives a thousand numbers'].map(
  (name) => `countUp > ${name}`,
);

const typescript = (statement: string) => `export function countUp(limit: number): number[] {
  ${statement}
  const numbers: number[] = [];
  for (let next = 1; next <= limit; next += 1) numbers.push(next);
  return numbers;
}
`;

const python = (statement: string) => `def count_up(limit):
    ${statement}
    return list(range(1, limit + 1))
`;

const withoutTypes = (text: string) =>
  text.replace('limit: number): number[]', 'limit)').replace('numbers: number[]', 'numbers');

export const countUp: Readonly<Record<CountUpLanguage, Track>> = {
  typescript: {
    file: 'count-up.ts',
    testFile: 'tests/count.test.ts',
    solution: typescript('// Counting starts at one.'),
    tests: scriptTests('ts'),
    expected: scriptExpected,
    inside: typescript,
  },
  javascript: {
    file: 'count-up.js',
    testFile: 'tests/count.test.js',
    solution: withoutTypes(typescript('// Counting starts at one.')),
    tests: scriptTests('js'),
    expected: scriptExpected,
    inside: (statement) => withoutTypes(typescript(statement)),
  },
  python: {
    file: 'count_up.py',
    testFile: 'tests/test_count.py',
    solution: python('# Counting starts at one.'),
    tests: `import unittest

from count_up import count_up


class CountUpTest(unittest.TestCase):
    def test_gives_nothing_for_nothing(self):
        self.assertEqual(count_up(0), [])

    def test_gives_the_numbers_up_to_three(self):
        self.assertEqual(count_up(3), [1, 2, 3])

    def test_gives_a_thousand_numbers(self):
        self.assertEqual(len(count_up(1000)), 1000)
`,
    expected: ['gives_nothing_for_nothing', 'gives_the_numbers_up_to_three', 'gives_a_thousand_numbers'].map(
      (name) => `CountUpTest > test_${name}`,
    ),
    inside: python,
  },
};

export const countUpLanguages = Object.keys(countUp) as CountUpLanguage[];

/** The kata's own folder. */
export function countUpContent() {
  return memoryFolder(contentFiles());
}

/** The kata as the catalog has it. */
export function countUpKata(limits: Kata['manifest']['limits']): Kata {
  return {
    files: Object.keys(contentFiles()),
    manifest: {
      id: 'count-up',
      version: 1,
      title: 'Count up',
      summary: 'The numbers from one to a limit.',
      topics: [],
      difficulty: 1,
      minutes: 1,
      stages: [{ id: 'count', title: 'Count', kind: 'implement' }],
      limits,
      tracks: Object.fromEntries(
        Object.entries(countUp).map(([language, { file, testFile, expected }]) => [
          language,
          { files: [file], stages: { count: { tests: { file: testFile.slice('tests/'.length), expected } } } },
        ]),
      ),
    },
  };
}

function contentFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(countUp).flatMap(([language, { file, testFile, tests, solution }]) => [
      [`${language}/start/${file}`, ''],
      [`${language}/solution/${file}`, solution],
      [`${language}/${testFile}`, tests],
    ]),
  );
}

/** What a learner who has solved it has on disk. */
export function solvedFiles(language: CountUpLanguage): Files {
  const { file, testFile, tests, solution } = countUp[language];
  return { [file]: solution, [testFile]: tests };
}
