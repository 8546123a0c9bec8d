import assert from 'node:assert/strict';
import { gradeStage } from '../../src/core/katas/grading/gradeTests.ts';
import { countUp, countUpContent, countUpKata, type CountUpLanguage, solvedFiles } from '../support/countUp.ts';
import { memoryFolder } from '../support/memoryFolder.ts';
import { runsAlive, runsLeft, startAbandonedHost } from '../support/processes.ts';
import { finish, impatient, patient, realRunner } from '../support/runs.ts';

const misbehaving: readonly {
  readonly what: string;
  readonly language: CountUpLanguage;
  readonly statement: string;
}[] = [
  { what: 'hangs', language: 'typescript', statement: 'for (;;);' },
  { what: 'ignores SIGTERM', language: 'typescript', statement: "process.on('SIGTERM', () => {}); for (;;);" },
  { what: 'floods', language: 'typescript', statement: "for (;;) console.log('x'.repeat(1000));" },
  { what: 'crashes', language: 'javascript', statement: 'process.abort();' },
  { what: 'hangs in Python', language: 'python', statement: 'while True: pass' },
  {
    what: 'forks in Python',
    language: 'python',
    statement: 'import os, time; [os.fork() for _ in range(3)]; time.sleep(600)',
  },
];
describe('processes of a run', () => {
  before(function () {
    // Only there can a test see what became of a process that left its group.
    if (process.platform !== 'linux') this.skip();
  });
  const runner = realRunner();
  after(() => runner.dispose());

  const grade = (language: CountUpLanguage, code: string, signal?: AbortSignal) =>
    finish(
      gradeStage({
        kata: countUpKata(impatient),
        language,
        stage: 'count',
        learner: memoryFolder({ ...solvedFiles(language), [countUp[language].file]: code }),
        content: countUpContent(),
        runner,
        ...(signal && { signal }),
      }),
    );

  async function nothingIsLeft(): Promise<void> {
    await runner.settled();
    assert.deepEqual(await runsLeft(process.pid), []);
  }

  for (const { what, language, statement } of misbehaving)
    it(`leaves no process of code that ${what}`, async () => {
      const result = await grade(language, countUp[language].inside(statement));
      assert.notEqual(result.verdict, 'passed');
      await nothingIsLeft();
    });

  for (const [how, options] of [
    ['in its group', "{ stdio: 'ignore' }"],
    ['that holds the output open', "{ stdio: 'inherit' }"],
    ['in a group of its own', "{ stdio: 'ignore', detached: true }"],
  ] as const)
    it(`leaves no process that right code started ${how}`, async () => {
      const code = `import { spawn } from 'node:child_process';\n${countUp.typescript.inside(`spawn('sleep', ['600'], ${options}).unref();`)}`;
      assert.equal((await grade('typescript', code)).verdict, 'passed');
      await nothingIsLeft();
    });

  it('leaves no process that right code forked into a session of its own', async () => {
    const code = countUp.python.inside('import os, time; os.fork() or (os.setsid(), time.sleep(600))');
    assert.equal((await grade('python', code)).verdict, 'passed');
    await nothingIsLeft();
  });

  it('ends a run that is cancelled, at once and for good', async () => {
    for (const language of ['typescript', 'python'] as const) {
      const controller = new AbortController();
      const running = grade(
        language,
        countUp[language].inside(language === 'python' ? 'while True: pass' : 'for (;;);'),
        controller.signal,
      );
      setTimeout(() => controller.abort(), 200);
      const result = await running;
      assert.ok(result.verdict === 'cancelled' || result.verdict === 'timeout', result.verdict);
    }
    await nothingIsLeft();
  });

  it('cancels a run whose signal was aborted before it began', async () => {
    const result = await grade('typescript', countUp.typescript.solution, AbortSignal.abort());
    assert.equal(result.verdict, 'cancelled');
    await nothingIsLeft();
  });

  it('ends a run whose reader has lost interest', async () => {
    const files = {
      'tests/a.test.js':
        "import { test } from 'node:test';\ntest('first', () => {});\ntest('hangs', () => { for (;;); });\n",
    };
    const job = { language: 'javascript', files, tests: [{ stage: 's', file: 'tests/a.test.js' }], limits: patient };
    for await (const event of runner.run(job)) if (event.kind === 'test-finished') break;
    await nothingIsLeft();
  });

  it('leaves nothing when the program that started the runs is killed', async () => {
    const host = await startAbandonedHost();
    try {
      // Both runs, what they started, and what left their groups.
      assert.ok((await runsAlive(host.pid)).length >= 5);
    } finally {
      process.kill(host.pid, 'SIGKILL');
    }
    assert.deepEqual(await runsLeft(host.pid), []);
  });
});
