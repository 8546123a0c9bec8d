import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskShelf } from '../../../src/node/diskShelf.ts';
import { endAtOnce } from '../../../src/node/processes/endTree.ts';
import { findProcess } from '../../../src/node/processes/processTable.ts';
import type { Runaway } from './runaways.ts';

/** What became of one `kata test` whose code let something loose. */
export interface Outcome {
  readonly code: number | null;
  readonly printed: string;
  /** From the verdict's line to the end of the command. */
  readonly msAfterVerdict: number;
  /** How many processes were let loose, as far as they came to telling it. */
  readonly started: number;
  readonly processesLeft: readonly string[];
  readonly foldersLeft: readonly string[];
}

const track = {
  typescript: { file: 'pair-sum.ts', wrong: 'export function pairSum(): null {\n  return null;\n}\n' },
  javascript: { file: 'pair-sum.js', wrong: 'export function pairSum() {\n  return null;\n}\n' },
  python: { file: 'pair_sum.py', wrong: 'def pair_sum(numbers, target):\n    return None\n' },
};

/** Runs `kata test` of the program built in `dist`, in a process of its own, on code that lets a runaway loose. */
export async function letLoose(runaway: Runaway, isRight: boolean, dist: string): Promise<Outcome> {
  const home = mkdtempSync(join(tmpdir(), 'runaways-'));
  const [work, temporary, ids] = ['work', 'tmp', 'ids'].map((name) => join(home, name)) as [string, string, string];
  for (const folder of [work, temporary, ids]) mkdirSync(folder);
  const processesLeft = () => readdirSync(ids).filter((id) => isAlive(join(ids, id), Number(id)));
  const run = (...args: string[]) => katapath(args, { dist, work, temporary, home });
  try {
    const { file, wrong } = track[runaway.language as keyof typeof track];
    await run('kata', 'start', 'two-pointers-pair-sum', '--language', runaway.language, '--dir', 'kata');
    const solution = `${runaway.language}/solution/implement/${file}`;
    const right = await diskShelf(dist).contentOf('two-pointers-pair-sum').read(solution);
    writeFileSync(join(work, 'kata', file), runaway.code(ids) + (isRight ? right : wrong));
    const { code, printed, msAfterVerdict } = await run('kata', 'test', 'kata', '--stage', 'implement');
    const atOnce = processesLeft();
    // What was still on its way when the command ended has told its id by now.
    await new Promise((resolve) => setTimeout(resolve, 150));
    return {
      code,
      printed,
      msAfterVerdict,
      started: readdirSync(ids).length,
      processesLeft: [...new Set([...atOnce, ...processesLeft()])],
      foldersLeft: readdirSync(temporary),
    };
  } finally {
    for (const id of processesLeft()) endAtOnce(Number(id));
    // What hops on finds no place to tell its id, and ends by that.
    renameSync(home, `${home}-over`);
    rmSync(`${home}-over`, { recursive: true, force: true, maxRetries: 20 });
  }
}

interface Place {
  readonly dist: string;
  readonly work: string;
  readonly temporary: string;
  readonly home: string;
}

/** A command that does not end by itself is ended after a minute. */
const mostMs = 60_000;

function katapath(args: readonly string[], { dist, work, temporary, home }: Place) {
  return new Promise<{ code: number | null; printed: string; msAfterVerdict: number }>((resolve) => {
    const command = spawn(process.execPath, [join(dist, 'cli.js'), ...args], {
      cwd: work,
      env: { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let verdictAt = 0;
    for (const stream of [command.stdout, command.stderr])
      stream.on('data', (text: Buffer) => {
        printed += text.toString();
        if (verdictAt === 0 && /^(passed|failed|timeout|crashed|environment|cancelled)/m.test(printed))
          verdictAt = performance.now();
      });
    const guard = setTimeout(() => command.kill('SIGKILL'), mostMs);
    command.once('exit', (code) => {
      clearTimeout(guard);
      resolve({ code, printed, msAfterVerdict: performance.now() - verdictAt });
    });
  });
}

const ticksInASecond = 100;

/**
 * Whether the process that told its id is there still: one that has ended and waits to be asked how is not, and one that
 * is younger than the file has been given the id of another.
 */
function isAlive(file: string, id: number): boolean {
  const entry = findProcess(id);
  if (!entry || entry.isDead) return false;
  const seconds = Number.parseFloat(readFileSync('/proc/uptime', 'latin1')) - entry.since / ticksInASecond;
  return seconds >= (Date.now() - statSync(file).mtimeMs) / 1000 - 0.1;
}
