import assert from 'node:assert/strict';
import type { Kata, Mutant } from '../../../src/core/model/kata.ts';
import { gradeStage } from '../../../src/core/katas/grading/gradeTests.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { finish, patient, realRunner } from '../../support/runs.ts';

const files = {
  typescript: { code: 'grade.ts', own: 'tests/own.test.ts' },
  python: { code: 'grade.py', own: 'tests/test_own.py' },
} as const;
type Language = keyof typeof files;

const solutions = {
  typescript: `export const grade = (points: number): string => {
  if (points >= 90) return 'A';
  if (points >= 50) return 'B';
  return 'C';
};
`,
  python: `def grade(points):
    if points >= 90: return "A"
    if points >= 50: return "B"
    return "C"
`,
};

/** Tests that a learner might write: pairs of points and grade. */
const suites = {
  typescript: (...pairs: readonly (readonly [number, string])[]) => `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grade } from '../grade.ts';
${pairs.map(([points, letter]) => `test('${points}', () => { assert.equal(grade(${points}), '${letter}'); });`).join('\n')}
`,
  python: (...pairs: readonly (readonly [number, string])[]) => `import unittest
from grade import grade
class Own(unittest.TestCase):
    pass
${pairs.map(([points, letter]) => `    def test_${points}(self): self.assertEqual(grade(${points}), "${letter}")`).join('\n')}
`,
};

const hang = { typescript: 'for (;;);', python: '\n        while True: pass' };
const exit = { typescript: 'process.exit(0);', python: '\n        import os; os._exit(0)' };
const mutants = (language: Language): Mutant[] => {
  const base = { stage: 'characterize', file: files[language].code };
  return [
    { ...base, id: 'high', find: '>= 90', replace: '> 90', why: '90 points are no longer an A.' },
    {
      ...base,
      id: 'hangs',
      find: language === 'python' ? 'if points >= 50:' : 'if (points >= 50)',
      replace:
        language === 'python'
          ? `if points == 50:${hang.python}\n    if points >= 50:`
          : `if (points === 50) ${hang.typescript} else if (points >= 50)`,
      why: 'It never ends for 50 points.',
    },
    {
      ...base,
      id: 'exits',
      find: language === 'python' ? 'if points >= 50:' : 'if (points >= 50)',
      replace:
        language === 'python'
          ? `if points == 50:${exit.python}\n    if points >= 50:`
          : `if (points === 50) ${exit.typescript} else if (points >= 50)`,
      why: 'It ends the program for 50 points.',
    },
    {
      ...base,
      id: 'broken',
      find: language === 'python' ? 'if points >= 90' : 'if (points >= 90',
      replace: language === 'python' ? 'if (((points >= 90' : 'if (((points >= 90',
      why: 'It cannot be loaded.',
    },
    { ...base, id: 'low', find: '>= 50', replace: '> 50', why: '50 points are no longer a B.' },
    { ...base, id: 'other', find: '>= 90', replace: '> 89', why: 'It compares in another way.', correct: true },
  ];
};

describe('tests that a learner writes', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  const kata = (atLeast = 1): Kata => ({
    files: Object.entries(files).flatMap(([language, { code }]) => [
      `${language}/mutants.json`,
      `${language}/start/${code}`,
    ]),
    manifest: {
      id: 'grade',
      version: 1,
      title: 'Grade',
      summary: '',
      topics: [],
      difficulty: 1,
      minutes: 1,
      stages: [{ id: 'characterize', title: 'Characterize', kind: 'characterize', ownTests: { atLeast } }],
      limits: { ...patient, testMs: 20_000 },
      tracks: Object.fromEntries(
        Object.entries(files).map(([language, { code, own }]) => [
          language,
          { files: [code, own], stages: { characterize: { learnerTests: own } } },
        ]),
      ),
    },
  });
  const content = memoryFolder(
    Object.fromEntries(
      Object.entries(files).flatMap(([language, { code }]) => [
        [`${language}/start/${code}`, solutions[language as Language]],
        [`${language}/mutants.json`, JSON.stringify(mutants(language as Language))],
      ]),
    ),
  );
  const grade = (language: Language, own: string, atLeast?: number) => {
    const { code, own: file } = files[language];
    const learner = memoryFolder({ [code]: 'the learner’s own copy is not what is run', [file]: own });
    return finish(gradeStage({ kata: kata(atLeast), language, stage: 'characterize', learner, content, runner }));
  };

  for (const language of Object.keys(files) as Language[]) {
    const suite = suites[language];
    describe(language, () => {
      it('pass when they reject every wrong version and accept every right one', async () => {
        const result = await grade(language, suite([90, 'A'], [89, 'B'], [50, 'B'], [49, 'C']));
        assert.equal(result.verdict, 'passed', result.summary);
        assert.equal(result.summary, 'Your 4 tests reject all 5 wrong versions.');
        assert.deepEqual(result.survivors, []);
        assert.equal(result.tests.length, 4 + 6);
        assert.ok(result.tests.every(({ outcome }) => outcome === 'passed'));
      });

      it('fail when wrong versions survive, which are told in words', async () => {
        const result = await grade(language, suite([95, 'A'], [50, 'B']));
        assert.equal(result.verdict, 'failed');
        assert.deepEqual(result.survivors, [{ id: 'high', why: '90 points are no longer an A.' }]);
        assert.match(result.summary, /reject 4 of 5 wrong versions\. One they accept: 90 points are no longer an A\./);
        assert.doesNotMatch(JSON.stringify(result.events), /> 90|>= 90/);
      });

      it('fail when they fail on right code', async () => {
        const result = await grade(language, suite([90, 'B']));
        assert.equal(result.verdict, 'failed');
        assert.match(result.summary, /^Your tests fail on code that is right\./);
      });

      it('fail when there are too few of them', async () => {
        const result = await grade(language, suite([90, 'A']), 3);
        assert.equal(result.verdict, 'failed');
        assert.equal(result.summary, 'You have 1 test; this stage asks for at least 3.');
      });

      it('are no tests when none of them runs', async () => {
        assert.equal((await grade(language, suite())).verdict, 'no-tests');
      });
    });
  }

  it('fail when they pass once and not the second time', async () => {
    const own = `import { readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { tmpdir } from 'node:os';
test('flickers', () => { if (process.pid % 2 === globalThis.odd) throw new Error('odd'); if (Number(process.hrtime.bigint() % 1000n) >= 0) globalThis.odd = process.pid % 2; });
`;
    const result = await grade('typescript', own);
    // Alone in its process it passes each time: what it left behind in the shared one is told apart from the code.
    assert.equal(result.verdict, 'failed');
    assert.deepEqual(result.survivors?.map(({ id }) => id).includes('high'), true);
  });

  it('fail when they reject a version that is only made differently', async () => {
    const own = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grade } from '../grade.ts';
test('source', () => { assert.match(grade.toString(), />= 90/); assert.equal(grade(50), 'B'); assert.equal(grade(90), 'A'); });
`;
    const result = await grade('typescript', own);
    assert.equal(result.verdict, 'failed');
    assert.match(result.summary, /reject a version that is correct too: It compares in another way\./);
  });
});
