import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Never part of the project: two of these are larger than all of it. */
const folder = join('.vscode-test', 'bench-peers');
const packages = ['vitest@5', 'bun@1'];

export interface Peers {
  readonly vitest: string | undefined;
  readonly bun: string | undefined;
}

/** Other test runners, installed on the first bench. Absent where there is no registry to take them from. */
export async function installPeers(): Promise<Peers> {
  mkdirSync(folder, { recursive: true });
  for (const name of packages) {
    if (existsSync(join(folder, 'node_modules', name.replace(/@.*/, '')))) continue;
    console.log(`Installing ${name} to compare with…`);
    const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', ...packages];
    await promisify(execFile)('npm', args, { timeout: 300_000 }).catch((error: Error) =>
      console.log(`${name} could not be installed: ${error.message.split('\n')[0]}`),
    );
  }
  const find = (path: string) => (existsSync(join(folder, path)) ? join(process.cwd(), folder, path) : undefined);
  return { vitest: find('node_modules/vitest/vitest.mjs'), bun: find('node_modules/bun/bin/bun.exe') };
}

/** Runs a program to its end; rejects when its exit code is not 0, because then it did something else. */
export function runProgram(program: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${printed}`)),
    );
  });
}
