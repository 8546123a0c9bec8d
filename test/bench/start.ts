import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../src/core/errors.ts';
import { runProcess } from '../host/machine/processes.ts';
import { built } from '../host/paths.ts';
import { median, settle, takeTurns } from './katas/measure.ts';

const ROUNDS = Number(process.env.KATAPATH_STARTS ?? 15);
const KATAS = 130;

const commands = [
  { words: ['--help'], goal: 1.4 },
  { words: ['next'], goal: 1.6 },
  { words: ['status'], goal: 1.6 },
  { words: ['kata', 'list'], goal: 1.6 },
] as const;

/** Tells at its end how much processor time the program it stands before has taken. */
const meter = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeSync(2, '\\ncpu ' + (user + system) / 1000);
});`;

/**
 * `npm run bench -- start`: processor time of whole commands, with 130 katas in the catalog, against a Node that does
 * nothing; medians of fifteen rounds in turn. Processor time, because other work on the machine weighs less on it.
 */
export async function run(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'katapath-start-'));
  try {
    const product = join(built, 'out', 'start');
    const bundled = await runProcess(process.execPath, ['esbuild.mjs', '--minify', '--katas', String(KATAS)], {
      env: { ...process.env, KATAPATH_OUT: product },
    });
    if (bundled.code !== 0) throw new HumanError('The program does not build.', { next: bundled.output });
    writeFileSync(join(scratch, 'meter.cjs'), meter);
    mkdirSync(join(scratch, 'home'));
    const start = (...words: readonly string[]) => cpuOf(scratch, words);
    const cli = join(product, 'dist', 'cli.js');
    const nothing = 'node -e 0';
    const times = await takeTurns(
      {
        [nothing]: async () => start('-e', '0'),
        ...Object.fromEntries(commands.map(({ words }) => [words.join(' '), async () => start(cli, ...words)])),
      },
      ROUNDS,
    );
    for (const [name, all] of Object.entries(times)) console.log(`  ${name.padEnd(12)} ${median(all).toFixed(0)} ms`);
    const base = median(times[nothing]!);
    return settle(
      commands.map(({ words, goal }) => {
        const ratio = median(times[words.join(' ')]!) / base;
        const sentence = `katapath ${words.join(' ')}: ${ratio.toFixed(2)} times “${nothing}” (goal: at most ${goal})`;
        return { sentence, isReached: ratio <= goal };
      }),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function cpuOf(scratch: string, words: readonly string[]): number {
  const home = join(scratch, 'home');
  const { stderr } = spawnSync(process.execPath, ['--require', join(scratch, 'meter.cjs'), ...words], {
    cwd: home,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home },
  });
  const told = /cpu ([\d.]+)$/.exec(stderr)?.[1];
  if (told === undefined) throw new HumanError('A command did not end as it should.', { next: stderr });
  return Number(told);
}
