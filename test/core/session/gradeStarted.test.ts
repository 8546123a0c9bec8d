import assert from 'node:assert/strict';
import { AttemptStore } from '../../../src/core/katas/attempts/store.ts';
import { gradeStarted, type GradingHost } from '../../../src/core/session/gradeStarted.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';
import type { RunEvent, RunResult } from '../../../src/core/runs/event.ts';
import { countUp, countUpContent, countUpKata, solvedFiles } from '../../support/countUp.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { patient, realRunner } from '../../support/runs.ts';

const { file, testFile, solution, inside } = countUp.typescript;
const kata = countUpKata(patient);
const marker = { kata: 'count-up', version: 1, language: 'typescript', instance: 'one', shipped: {} };

describe('grading a started kata', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  function prepare(files: Readonly<Record<string, string>>) {
    const learner = memoryFolder({ ...solvedFiles('typescript'), ...files });
    const attempts = new AttemptStore(memoryFolder());
    const progress = memoryProgressStore({ paths: [], katas: [kata] });
    const host: GradingHost = {
      content: countUpContent(),
      runner,
      attempts,
      progress,
      clock: () => 1000,
      newId: () => 'an-id',
    };
    return { learner, attempts, progress, host };
  }

  async function grade(
    { learner, host }: ReturnType<typeof prepare>,
    { signal, onEvent }: { signal?: AbortSignal; onEvent?: (event: RunEvent) => void } = {},
  ): Promise<RunResult> {
    let result: RunResult | undefined;
    const run = { kata, marker, learner, stage: 'count', ...(signal && { signal }) };
    for await (const event of gradeStarted(run, host)) {
      onEvent?.(event);
      if (event.kind === 'finished') result = event.result;
    }
    return result!;
  }

  it('records a pass with what it proves, before it tells of it', async () => {
    const bench = prepare({});
    const recordedAtTheEnd: number[] = [];
    const result = await grade(bench, {
      onEvent: ({ kind }) => kind === 'finished' && recordedAtTheEnd.push(bench.progress.events.length),
    });
    assert.equal(result.verdict, 'passed');
    assert.deepEqual(recordedAtTheEnd, [1]);
    const [event] = bench.progress.events as unknown as Record<string, unknown>[];
    assert.equal(event!.type, 'attempt.recorded');
    assert.deepEqual(event!.passed, ['count']);
    assert.equal(event!.snapshot, 'an-id');
    assert.ok(bench.progress.state.katas.get('count-up')?.tracks.get('typescript')?.get('count')?.passed);
  });

  it('keeps the learner’s files as they were graded, and only those', async () => {
    const bench = prepare({ 'notes.md': 'mine', [testFile]: '// edited' });
    await grade(bench, {
      // An edit while the tests run belongs to the next attempt.
      onEvent: ({ kind }) => kind === 'test-started' && bench.learner.files.set(file, 'changed meanwhile'),
    });
    const [attempt] = await bench.attempts.list('one');
    assert.deepEqual(await bench.attempts.readFiles(attempt!), { [file]: solution });
  });

  it('records a failure that proves nothing', async () => {
    const bench = prepare({ [file]: inside('if (limit === 3) return [];') });
    const result = await grade(bench);
    assert.equal(result.verdict, 'failed');
    assert.deepEqual((bench.progress.events[0] as unknown as { passed: string[] }).passed, []);
    const [attempt] = await bench.attempts.list('one');
    assert.deepEqual(attempt?.kind === 'graded' && attempt.tests, { passed: 2, total: 3 });
  });

  it('counts a cancelled run as no attempt', async () => {
    const bench = prepare({ [file]: inside('for (;;);') });
    const cancel = new AbortController();
    const result = await grade(bench, {
      signal: cancel.signal,
      onEvent: ({ kind }) => kind === 'test-started' && cancel.abort(),
    });
    assert.equal(result.verdict, 'cancelled');
    assert.equal(bench.progress.events.length, 0);
    assert.deepEqual(await bench.attempts.list('one'), []);
  });

  it('still counts a pass whose files could not be kept, and says that they were not', async () => {
    const bench = prepare({});
    const full = memoryFolder();
    full.write = () => Promise.reject(new Error('no space left'));
    const seen: string[] = [];
    const host = { ...bench.host, attempts: new AttemptStore(full) };
    await assert.rejects(
      () =>
        grade({ ...bench, host }, { onEvent: (event) => event.kind === 'finished' && seen.push(event.result.verdict) }),
      /no space left/,
    );
    assert.deepEqual(seen, ['passed']);
    assert.equal(bench.progress.events.length, 1);
    assert.equal((bench.progress.events[0] as unknown as { snapshot?: string }).snapshot, undefined);
  });
});
