import assert from 'node:assert/strict';
import { countUp, type CountUpLanguage } from '../../support/countUp.ts';
import { runsAlive, runsLeft, startAbandonedHost } from '../../support/processes.ts';
import { finish, realRunner } from '../../support/runs.ts';

const ROUNDS = 200;
/** Two at a time: as many as a person with two windows has. */
const LANES = 2;

const script = (statement: string) =>
  `import { spawn } from 'node:child_process';\n${countUp.javascript.inside(statement)}`;
const python = (statement: string) => countUp.python.inside(`import os, signal, subprocess, time; ${statement}`);

/** Every way of going wrong, and of leaving something behind while being right. */
const naughty: readonly { readonly language: CountUpLanguage; readonly code: string }[] = [
  ...[
    'for (;;);',
    "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); for (;;);",
    "for (;;) console.log('x'.repeat(10_000));",
    'process.abort();',
    'process.exit(0);',
    "spawn('sleep', ['900'], { stdio: 'ignore' });",
    "spawn('sleep', ['900'], { stdio: 'inherit' });",
    "spawn('sleep', ['900'], { stdio: 'ignore', detached: true }).unref(); process.abort();",
    "spawn(process.execPath, ['-e', 'process.on(\"SIGTERM\", () => {}); setInterval(() => {}, 1000)'], { stdio: 'inherit' }); for (;;);",
    "for (let n = 0; n < 5; n += 1) spawn('sh', ['-c', 'sleep 900 & sleep 900'], { stdio: 'ignore', detached: n % 2 === 0 });",
    'const all = []; for (;;) all.push(new Array(1000).fill(1.5));',
  ].map((statement) => ({ language: 'javascript' as const, code: script(statement) })),
  ...[
    'signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True: pass',
    'os.abort()',
    'os._exit(0)',
    '[os.fork() for _ in range(4)]; time.sleep(900)',
    'os.fork() or (os.setsid(), time.sleep(900))',
    'subprocess.Popen(["sleep", "900"], start_new_session=True)',
    'subprocess.Popen(["sleep", "900"])\n    while True: print("x" * 1000)',
  ].map((statement) => ({ language: 'python' as const, code: python(statement) })),
];

describe('processes after two hundred bad runs (rows 40 and 41)', function () {
  this.timeout(600_000);
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it(`leaves none, with every third one cancelled and a killed host in between`, async () => {
    const runner = realRunner();
    await runner.keepWarm('javascript', { memoryMb: 64 });
    const limits = { testMs: 400, totalMs: 30_000, memoryMb: 64 };
    const hosts: number[] = [];
    let next = 0;
    const lane = async () => {
      while (next < ROUNDS) {
        const round = next++;
        const { language, code } = naughty[round % naughty.length]!;
        const { file, testFile, tests } = countUp[language];
        const controller = new AbortController();
        if (round % 3 === 0) setTimeout(() => controller.abort(), (round * 7) % 350);
        const files = { [file]: code, [testFile]: tests };
        const job = { language, files, tests: [{ stage: 's', file: testFile }], limits };
        const { verdict } = await finish(runner.run(job, controller.signal));
        assert.ok(verdict, `round ${round}`);
        if (round % 67 === 66) {
          const host = await startAbandonedHost();
          assert.ok((await runsAlive(host.pid)).length > 0);
          process.kill(host.pid, 'SIGKILL');
          hosts.push(host.pid);
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    runner.cool();
    await runner.settled();
    assert.deepEqual(await runsLeft(process.pid), []);
    for (const host of hosts) assert.deepEqual(await runsLeft(host), []);
    runner.dispose();
  });
});
