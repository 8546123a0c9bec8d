import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { catalogPlugin } from '../../../src/build/catalog.mjs';
import { schemasPlugin } from '../../../src/build/schemas.mjs';

/** Runs the properties so many times each; answers how many hold and how many do not. */
export async function runProperties(runs: number): Promise<{ hold: number; fail: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'katapath-properties-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const outfile = join(folder, 'properties.test.mjs');
  await build({
    entryPoints: ['test/core/progress/properties.test.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    plugins: [catalogPlugin(), schemasPlugin()],
    logLevel: 'error',
  });
  const args = ['node_modules/mocha/bin/mocha.js', '--no-config', '--reporter', 'json', '--timeout', '0', outfile];
  const env = { ...process.env, KATAPATH_RUNS: String(runs) };
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 });
  rmSync(folder, { recursive: true });
  const { stats } = JSON.parse(stdout) as { stats: { passes: number; failures: number } };
  return { hold: stats.passes, fail: stats.failures };
}

/** Puts every deliberate fault into the store and has the suites look for it; answers the last line it says. */
export function runMutants(): { words: string; isFine: boolean } {
  const { stdout, status } = spawnSync(process.execPath, ['test/faults/progress/mutate.mjs'], { encoding: 'utf8' });
  return { words: stdout.trim().split('\n').at(-1) ?? '', isFine: status === 0 };
}
