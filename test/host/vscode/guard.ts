// Runs a program and ends its whole process group when whoever started this guard is gone, however that happened:
// the guard's stdin is a pipe that only closes when its other end does. Without it a killed test run leaves servers.
import { spawn } from 'node:child_process';

const [file, ...args] = process.argv.slice(2);
const child = spawn(file!, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' });

function end(code: number): never {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // Already gone.
  }
  process.exit(code);
}

process.stdin.resume();
process.stdin.once('close', () => end(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end(0));
child.once('error', (error) => {
  console.error(error.message);
  end(127);
});
child.once('exit', (code) => end(code ?? 1));
