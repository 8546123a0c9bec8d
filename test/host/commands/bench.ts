import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HumanError } from '../../../src/core/errors.ts';
import { endOnSignals, runProcess } from '../machine/processes.ts';
import { built, root } from '../paths.ts';

/** `corpus` measures quality, not speed, and has a command of its own. */
const notSpeed = ['corpus'];

const names = () =>
  readdirSync(join(root, 'test', 'bench'))
    .flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [])
    .sort();

/** `npm run bench`: every measurement; `npm run bench -- documents growth`: that one, with its own words. */
export async function run([name, ...args]: readonly string[]): Promise<number> {
  const chosen = name === undefined ? names().filter((it) => !notSpeed.includes(it)) : [name];
  let worst = 0;
  for (const it of chosen) {
    if (chosen.length > 1) console.log(`\n${it}`);
    worst = Math.max(worst, await runBench(it, args));
  }
  return worst;
}

/** Builds `test/bench/<name>.ts` and runs it. */
export async function runBench(name: string, args: readonly string[]): Promise<number> {
  endOnSignals();
  const module = join(built, 'out', 'bench', `${name}.mjs`);
  if (!names().includes(name))
    throw new HumanError(`There is nothing called "${name}" to measure.`, {
      next: `Choose among: ${names().join(', ')}.`,
    });
  const build = await runProcess(process.execPath, ['esbuild.mjs', '--bench', '--minify']);
  if (build.code !== 0 || !existsSync(module))
    throw new HumanError('The measurements do not build.', { next: `Mend this, then measure again:\n${build.output}` });
  const { run } = await import(pathToFileURL(module).href);
  return (await run([...args])) ?? 0;
}
