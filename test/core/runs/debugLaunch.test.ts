import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RunEvent } from '../../../src/core/runs/event.ts';
import { countUp, countUpLanguages, solvedFiles, type CountUpLanguage } from '../../support/countUp.ts';
import { realRunner } from '../../support/runs.ts';

describe('what a debugger is given to start', () => {
  const runner = realRunner();
  let root: string;
  before(async () => (root = await mkdtemp(join(tmpdir(), 'katapath debug '))));
  after(async () => {
    runner.dispose();
    await rm(root, { recursive: true });
  });

  /** Starts it as a debugger would, only without one. */
  async function start(language: CountUpLanguage, code: string, only?: readonly string[]): Promise<RunEvent[]> {
    const { file, testFile, expected } = countUp[language];
    const files = { ...solvedFiles(language), [file]: code };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), text);
    }
    const tests = [{ stage: 'count', file: testFile, expected }];
    const launch = await runner.prepareDebug({ language, root, files, tests, ...(only && { only }) });
    try {
      const env = { PATH: process.env.PATH, ...launch.env };
      await promisify(execFile)(launch.program, [...launch.args, launch.script], { env, cwd: root });
      const events: RunEvent[] = [];
      for await (const event of launch.readEvents()) events.push(event);
      return events;
    } finally {
      await launch.dispose();
    }
  }

  const outcomes = (events: readonly RunEvent[]) =>
    events.flatMap((event) => (event.kind === 'test-finished' ? [`${event.test.name}: ${event.test.outcome}`] : []));

  for (const language of countUpLanguages) {
    const { solution, expected, inside } = countUp[language];

    it(`runs the tests of the learner's folder (${language})`, async () => {
      assert.deepEqual(
        outcomes(await start(language, solution)),
        expected.map((name) => `${name}: passed`),
      );
    });

    it(`runs only the test that was asked for (${language})`, async () => {
      assert.deepEqual(outcomes(await start(language, solution, [expected[1]!])), [`${expected[1]}: passed`]);
    });

    it(`names the learner's line where a test fails (${language})`, async () => {
      const events = await start(
        language,
        inside(language === 'python' ? 'raise ValueError(limit)' : 'throw new Error(String(limit));'),
      );
      const failed = events.find((event) => event.kind === 'test-finished');
      assert.deepEqual(failed?.kind === 'test-finished' && failed.test.failure?.stack[0]?.line, 2);
    });
  }
});
