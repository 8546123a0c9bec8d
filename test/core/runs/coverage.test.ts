import assert from 'node:assert/strict';
import type { FileCoverage } from '../../../src/core/runs/coverage.ts';
import { gradeStage } from '../../../src/core/katas/grading/gradeTests.ts';
import { countUp, countUpContent, countUpKata, type CountUpLanguage } from '../../support/countUp.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { patient, realRunner } from '../../support/runs.ts';

describe('coverage of a graded run', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  async function cover(language: CountUpLanguage, code: string): Promise<readonly FileCoverage[]> {
    const learner = memoryFolder({ [countUp[language].file]: code });
    const request = {
      kata: countUpKata(patient),
      language,
      stage: 'count',
      learner,
      content: countUpContent(),
      runner,
    };
    const told: FileCoverage[] = [];
    for await (const event of gradeStage({ ...request, coverage: true }))
      if (event.kind === 'covered') told.push(event.coverage);
    return told;
  }

  const linesOf = ({ statements }: FileCoverage, wanted: (count: number) => boolean) =>
    statements.filter(({ count }) => wanted(count)).map(({ line }) => line);

  it('says which statements of a TypeScript file ran, at the lines the learner wrote them', async () => {
    const [file, ...others] = await cover(
      'typescript',
      `interface Unused { // types are no statements
  readonly a: number;
}
export function countUp(limit: number): number[] {
  const all: number[] = [];
  for (let next = 1; next <= limit; next += 1) all.push(next);
  if (limit > 1_000_000) {
    all.length = 0;
  }
  if (limit > 2_000_000) return [];
  return all;
}
export const never = (): Unused => {
  return { a: 1 };
};
`,
    );
    assert.deepEqual(others, []);
    assert.equal(file?.file, 'count-up.ts');
    assert.deepEqual(
      linesOf(file, (count) => count > 0),
      [5, 6, 7, 10, 11, 13],
    );
    assert.deepEqual(
      linesOf(file, (count) => count === 0),
      [8, 14],
    );
    assert.deepEqual(
      file.statements.filter(({ isPartial }) => isPartial).map(({ line }) => line),
      [10],
    );
  });

  it('says which statements of a Python file ran', async () => {
    const [file] = await cover(
      'python',
      `"""Counting."""


def count_up(limit):
    """Counts."""
    if limit > 1_000_000:
        return []
    return list(
        range(1, limit + 1)
    )


def never():
    return 1
`,
    );
    assert.deepEqual(
      linesOf(file!, (count) => count > 0),
      [4, 6, 8, 13],
    );
    assert.deepEqual(
      linesOf(file!, (count) => count === 0),
      [7, 14],
    );
  });

  it('is not measured unless it is asked for', async () => {
    const { file, solution } = countUp.javascript;
    const request = {
      kata: countUpKata(patient),
      language: 'javascript',
      stage: 'count',
      content: countUpContent(),
      runner,
    };
    for await (const event of gradeStage({ ...request, learner: memoryFolder({ [file]: solution }) }))
      assert.notEqual(event.kind, 'covered');
  });
});
