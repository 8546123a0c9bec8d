import type { KataManifest, Mutant } from '../../../src/core/model/kata.ts';

/** A small kata without a fault: three kinds of stage, TypeScript and Python. What is broken is broken from here. */
export const goodManifest: KataManifest = {
  $schema: '../../../schemas/kata.schema.json',
  id: 'total',
  version: 1,
  title: 'Total',
  summary: 'Add up a list, then do it in one sweep.',
  topics: ['arithmetic'],
  difficulty: 1,
  minutes: 10,
  stages: [
    { id: 'add', title: 'Add up', kind: 'implement' },
    { id: 'sweep', title: 'One sweep', kind: 'growth', growth: { label: 'O(n)', slope: 1.5 } },
    { id: 'prove', title: 'Prove it', kind: 'write-tests', ownTests: { atLeast: 2 } },
  ],
  tracks: {
    typescript: {
      files: ['total.ts', 'total.test.ts'],
      stages: {
        add: {
          tests: { file: 'add.test.ts', expected: ['total > adds up three numbers', 'total > is 0 for nothing'] },
        },
        sweep: { driver: 'sweep.growth.ts' },
        prove: { learnerTests: 'total.test.ts' },
      },
    },
    python: {
      files: ['total.py', 'test_total.py'],
      stages: {
        add: {
          tests: {
            file: 'test_add.py',
            expected: ['TotalTest > test_adds_up_three_numbers', 'TotalTest > test_is_0_for_nothing'],
          },
        },
        sweep: { driver: 'sweep_growth.py' },
        prove: { learnerTests: 'test_total.py' },
      },
    },
  },
};

export const goodMutants: readonly Mutant[] = [
  {
    id: 'starts-at-one',
    stage: 'add',
    file: 'total.ts',
    find: 'return 0',
    replace: 'return 1',
    why: 'The sum starts at one.',
    test: 'total > is 0 for nothing',
  },
  {
    id: 'sums-again-and-again',
    stage: 'sweep',
    file: 'total.ts',
    find: 'sum += number;',
    replace: 'sum += number + numbers.filter(() => false).length;',
    why: 'The whole list is walked for every number.',
  },
  {
    id: 'counts-backwards',
    stage: 'sweep',
    file: 'total.ts',
    find: 'for (const number of numbers) sum += number;',
    replace: 'for (let at = numbers.length - 1; at >= 0; at--) sum += numbers[at]!;',
    why: 'The list is walked from its end.',
    correct: true,
  },
  {
    id: 'forgets-the-first',
    stage: 'prove',
    file: 'total.ts',
    find: 'of numbers)',
    replace: 'of numbers.slice(1))',
    why: 'The first number is left out.',
  },
];

const pythonMutants: readonly Mutant[] = [
  {
    id: 'starts-at-one',
    stage: 'add',
    file: 'total.py',
    find: 'return 0',
    replace: 'return 1',
    why: 'The sum starts at one.',
    test: 'TotalTest > test_is_0_for_nothing',
  },
  {
    id: 'sums-again-and-again',
    stage: 'sweep',
    file: 'total.py',
    find: 'result += number',
    replace: 'result += number + 0 * len(list(numbers))',
    why: 'The whole list is walked for every number.',
  },
  {
    id: 'forgets-the-first',
    stage: 'prove',
    file: 'total.py',
    find: 'in numbers:',
    replace: 'in numbers[1:]:',
    why: 'The first number is left out.',
  },
];

/** As it is written: the names of tests stand in a file of their own. */
export const writtenManifest = JSON.stringify(
  goodManifest,
  (key, value: unknown) => (key === 'expected' ? undefined : value),
  2,
);

const expected = Object.fromEntries(
  Object.entries(goodManifest.tracks).map(([language, { stages }]) => [
    language,
    Object.fromEntries(
      Object.entries(stages).flatMap(([id, { tests }]) => (tests ? [[id, tests.expected] as const] : [])),
    ),
  ]),
);

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const rungs = ['Nudge', 'Approach', 'Outline'].map((title) => `### ${title}\n\nA sentence.\n`).join('\n');

/** Every file of the kata by name; each call makes a fresh copy. */
export function goodKata(): Record<string, string> {
  const ts = {
    'start/total.ts':
      'export function total(numbers: readonly number[]): number {\n  throw new Error(`not yet: ${numbers.length}`);\n}\n',
    'start/total.test.ts':
      "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { total } from './total.ts';\n\ntest('is 0 for nothing', () => assert.equal(total([]), 0));\ntest('is 1 for 1', () => assert.equal(total([1, 0]) >= 0, true));\n",
    'tests/add.test.ts':
      "import assert from 'node:assert/strict';\nimport { describe, test } from 'node:test';\nimport { total } from '../total.ts';\n\ndescribe('total', () => {\n  test('adds up three numbers', () => assert.equal(total([1, 2, 3]), 6, 'total([1, 2, 3]) should be 6'));\n  test('is 0 for nothing', () => assert.equal(total([]), 0, 'total([]) should be 0'));\n});\n",
    'tests/sweep.growth.ts':
      "import { total } from '../total.ts';\n\nexport function prepare(n: number, _order: string, random: () => number): number[] {\n  return Array.from({ length: n }, () => Math.floor(random() * 9));\n}\n\nexport function run(numbers: number[]): void {\n  total(numbers);\n}\n",
    'solution/add/total.ts':
      'export function total(numbers: readonly number[]): number {\n  if (numbers.length === 0) return 0;\n  return numbers[0]! + total(numbers.slice(1));\n}\n',
    'solution/sweep/total.ts':
      'export function total(numbers: readonly number[]): number {\n  let sum = 0;\n  for (const number of numbers) sum += number;\n  return sum;\n}\n',
    'solution/prove/total.test.ts':
      "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { total } from './total.ts';\n\ntest('is 0 for nothing', () => assert.equal(total([]), 0));\ntest('adds up', () => assert.equal(total([4, 2, 1]), 7));\n",
    'mutants.json': toJson(goodMutants),
  };
  const py = {
    'start/total.py': 'def total(numbers):\n    raise NotImplementedError("not yet")\n',
    'start/test_total.py':
      'import unittest\n\nfrom total import total\n\n\nclass MyTest(unittest.TestCase):\n    def test_nothing(self):\n        self.assertEqual(total([]), 0)\n\n    def test_never_negative(self):\n        self.assertGreaterEqual(total([1]), 0)\n',
    'tests/test_add.py':
      'import unittest\n\nfrom total import total\n\n\nclass TotalTest(unittest.TestCase):\n    def test_adds_up_three_numbers(self):\n        self.assertEqual(total([1, 2, 3]), 6)\n\n    def test_is_0_for_nothing(self):\n        self.assertEqual(total([]), 0)\n',
    'tests/sweep_growth.py':
      'from total import total\n\n\ndef prepare(n, order, random):\n    return [int(random() * 9) for _ in range(n)]\n\n\ndef run(numbers):\n    total(numbers)\n',
    'solution/add/total.py':
      'def total(numbers):\n    if not numbers:\n        return 0\n    return numbers[0] + total(numbers[1:])\n',
    'solution/sweep/total.py':
      'def total(numbers):\n    result = 0\n    for number in numbers:\n        result += number\n    return result\n',
    'solution/prove/test_total.py':
      'import unittest\n\nfrom total import total\n\n\nclass MyTest(unittest.TestCase):\n    def test_nothing(self):\n        self.assertEqual(total([]), 0)\n\n    def test_adds_up(self):\n        self.assertEqual(total([4, 2, 1]), 7)\n',
    'mutants.json': toJson(pythonMutants),
  };
  return {
    'kata.json': `${writtenManifest}\n`,
    'expected.json': toJson(expected),
    'README.md':
      '# Total\n\nSee [the debrief](debrief.md).\n\n## Stage: Add up\n\nAdd.\n\n## Stage: One sweep\n\nOnce.\n\n## Stage: Prove it\n\nTest.\n',
    'hints.md': ['add', 'sweep', 'prove'].map((stage) => `## ${stage}\n\n${rungs}`).join('\n'),
    'debrief.md': '# Total\n\nWhat was traded.\n',
    ...Object.fromEntries(Object.entries(ts).map(([name, text]) => [`typescript/${name}`, text])),
    ...Object.fromEntries(Object.entries(py).map(([name, text]) => [`python/${name}`, text])),
  };
}
