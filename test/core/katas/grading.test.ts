import assert from 'node:assert/strict';
import { join } from 'node:path';
import { textFolder } from '../../../src/core/katas/textFolder.ts';
import { gradeStage } from '../../../src/core/katas/grading/gradeStage.ts';
import type { Kata, KataManifest } from '../../../src/core/model/kata.ts';
import type { RunEvent, RunResult } from '../../../src/core/runs/event.ts';
import type { Files } from '../../../src/core/runs/runner.ts';
import { createTestRunner } from '../../../src/node/testRunner.ts';
import { goodKata, goodManifest } from '../../content/broken/goodKata.ts';

const sweep =
  'export function total(numbers: number[]): number {\n  let sum = 0;\n  for (const number of numbers) sum += number;\n  return sum;\n}\n';
const slow =
  'export const total = (numbers: number[]): number =>\n  numbers.length === 0 ? 0 : numbers[0]! + total(numbers.slice(1));\n';
const nested =
  'export function total(numbers: number[]): number {\n  let sum = 0;\n  if (numbers.length > 0) {\n    for (const number of numbers) {\n      if (number !== 0) sum += number;\n    }\n  }\n  return sum;\n}\n';

describe('grading a stage in the real runner', () => {
  const runner = createTestRunner({ dist: join(process.cwd(), 'dist') });
  after(() => runner.dispose());

  const texts = goodKata();
  const kataWith = (manifest: KataManifest): Kata => ({ manifest, files: Object.keys(texts) });
  const refactoring: KataManifest = {
    ...goodManifest,
    stages: goodManifest.stages.map((stage) =>
      stage.id === 'add' ? { ...stage, kind: 'refactor', structure: { nesting: 1, lines: 10, branches: 5 } } : stage,
    ),
  };

  async function grade(stage: string, code: string, manifest = goodManifest, own: Files = {}) {
    const learner = textFolder({ 'total.ts': code, 'total.test.ts': '// mine', ...own });
    const events: RunEvent[] = [];
    const request = {
      kata: kataWith(manifest),
      language: 'typescript',
      stage,
      learner,
      content: textFolder(texts),
      runner,
    };
    for await (const event of gradeStage(request)) events.push(event);
    const last = events.at(-1)!;
    assert.equal(last.kind, 'finished');
    const { result } = last as { result: RunResult };
    const told = events.flatMap((event) => (event.kind === 'test-finished' ? [event.test.name] : []));
    assert.deepEqual(
      told,
      result.tests.map(({ name }) => name),
      'every test is told once, as it ends',
    );
    return result;
  }

  it('passes a growth stage for code that grows as asked, with the table', async () => {
    const result = await grade('sweep', sweep);
    assert.equal(result.verdict, 'passed', result.summary);
    assert.equal(result.stage, 'sweep');
    assert.deepEqual(
      result.growth!.rows.map(({ n }) => n),
      [128, 256, 512, 1024, 2048],
    );
    assert.equal(result.growth!.fits, 'O(n)');
    assert.equal(result.tests.at(-1)!.name, 'grows as O(n)');
  });

  it('fails it for code that is right and slow, and says how it grows', async () => {
    const result = await grade('sweep', slow);
    assert.equal(result.verdict, 'failed');
    assert.match(result.summary, /^Grows faster than O\(n\): .* fits O\(n²\)/);
    assert.match(result.tests.at(-1)!.failure!.message, /\n *n +steps +ratio +worst order\n/);
  });

  it('counts nothing while an earlier stage is red, and calls it a regression', async () => {
    const result = await grade('sweep', sweep.replace('let sum = 0', 'let sum = 1'));
    assert.equal(result.verdict, 'failed');
    assert.equal(result.stage, 'add');
    assert.match(result.summary, /^An earlier stage, “Add up”, is not green: /);
    assert.equal(result.growth, undefined);
  });

  it('ends a growth stage whose code never ends', async () => {
    const forever = sweep.replace('let sum = 0;', 'while (numbers.length > 100) numbers.slice(0);\n  let sum = 0;');
    const result = await grade('sweep', forever);
    assert.equal(result.verdict, 'failed');
    assert.match(result.summary, /At n = 128 it took more than 20,000,000 steps/);
  });

  it('fails a refactoring that kept the behaviour and the nesting, on the function', async () => {
    const result = await grade('add', nested, refactoring);
    assert.equal(result.verdict, 'failed');
    assert.match(result.summary, /The behaviour is kept, but total is nested 3 deep; 1 is the most\./);
    assert.deepEqual(
      result.places.map(({ file, line }) => [file, line]),
      [['total.ts', 1]],
    );
    assert.equal((await grade('add', sweep, refactoring)).verdict, 'passed');
  });

  it('holds the structure of an earlier stage in a later one too', async () => {
    const result = await grade('sweep', nested, refactoring);
    assert.equal(result.verdict, 'failed');
    assert.equal(result.stage, 'add');
    assert.match(result.summary, /^An earlier stage/);
  });

  it('does not run again what a later stage replaces', async () => {
    const replacing: KataManifest = {
      ...refactoring,
      stages: refactoring.stages.map((stage) => (stage.id === 'sweep' ? { ...stage, replaces: ['add'] } : stage)),
    };
    const result = await grade('sweep', nested, replacing);
    assert.equal(result.verdict, 'passed', result.summary);
    assert.deepEqual(
      result.tests.map(({ name }) => name),
      ['grows as O(n)'],
    );
  });

  it('passes a growth stage in Python', async () => {
    const code = texts['python/solution/sweep/total.py']!;
    const learner = textFolder({ 'total.py': code, 'test_total.py': '' });
    const request = {
      kata: kataWith(goodManifest),
      language: 'python',
      stage: 'sweep',
      learner,
      content: textFolder(texts),
      runner,
    };
    for await (const event of gradeStage(request))
      if (event.kind === 'finished') {
        assert.equal(event.result.verdict, 'passed', event.result.summary);
        assert.equal(event.result.growth!.fits, 'O(n)');
      }
  });
});
