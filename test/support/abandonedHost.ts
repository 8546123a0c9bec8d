// Plays an extension host that is killed while runs are going on: says "running" when all of them are.
import { createTestRunner } from '../../src/node/testRunner.ts';

const runner = createTestRunner({ dist: process.argv[2]! });
const limits = { testMs: 600_000, totalMs: 600_000 };
const script = `import { spawn } from 'node:child_process';
import { test } from 'node:test';
test('first', () => {
  spawn('sleep', ['600'], { stdio: 'inherit' });
  spawn('sleep', ['600'], { stdio: 'ignore', detached: true });
});
test('hangs', () => { for (;;); });
`;
const python = `import os, time, unittest
class Hangs(unittest.TestCase):
    def test_a_first(self):
        if os.fork() == 0:
            os.setsid()
            time.sleep(600)
    def test_hangs(self):
        while True: pass
`;

async function runUntilItHangs(language: string, file: string, text: string): Promise<AsyncIterator<unknown>> {
  const events = runner.run({ language, files: { [file]: text }, tests: [{ stage: 's', file }], limits });
  const iterator = events[Symbol.asyncIterator]();
  for (;;) {
    const next = await iterator.next();
    if (next.done || next.value.kind === 'test-finished') return iterator;
  }
}

async function main(): Promise<void> {
  await runner.keepWarm('typescript');
  const kept = [
    await runUntilItHangs('javascript', 'tests/a.test.js', script),
    await runUntilItHangs('python', 'tests/test_a.py', python),
  ];
  process.stdout.write('running\n');
  setInterval(() => void kept, 1000);
}

void main();
