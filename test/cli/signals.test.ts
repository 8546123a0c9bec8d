import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

/** What a process ends with that listens as the command line does, and gets a signal once it has said "ready". */
async function endOf(body: string, name: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }> {
  const { code: listening } = transformSync(readFileSync('src/cli/signals.ts', 'utf8'), {
    loader: 'ts',
    format: 'esm',
  });
  const text = `${listening}\nconst signals = listenForSignals();\n${body}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => child.kill(name));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

describe('a signal', () => {
  if (process.platform === 'win32') return;
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`${name} ends at once a command that only computes`, async () =>
      assert.deepEqual(await endOf(`process.stdout.write('ready', () => { for (;;); });`, name), {
        code: null,
        signal: name,
      }));

    it(`${name} lets a command that waits put its things away first`, async () => {
      const waits = `const wait = setInterval(() => {}, 1000);
        signals.signal.addEventListener('abort', () => { clearInterval(wait); process.exitCode = signals.toExitCode(1); });
        process.stdout.write('ready');`;
      assert.deepEqual(await endOf(waits, name), { code, signal: null });
    });

    it(`${name} ends a command that does not stop waiting`, async () => {
      const stays = `setInterval(() => {}, 1000); void signals.signal; process.stdout.write('ready');`;
      assert.deepEqual(await endOf(stays, name), { code, signal: null });
    });
  }
});
