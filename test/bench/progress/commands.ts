import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeLongLog } from './longLog.ts';

export interface CommandTimes {
  readonly command: string;
  /** Milliseconds with the long log, from the second time on, and with an empty one; the median of several. */
  readonly long: number;
  readonly empty: number;
}

/** Whole commands of the built program, process start included: with a long log and with none, in turn. */
export function measureCommands(events: number, times: number): { first: number; commands: CommandTimes[] } {
  const root = mkdtempSync(join(tmpdir(), 'katapath-commands-'));
  const run = (data: string, args: readonly string[]) => {
    const started = performance.now();
    const env = { ...process.env, KATAPATH_DATA: join(root, data) };
    execFileSync(process.execPath, [resolve('dist/cli.js'), ...args], {
      cwd: join(root, 'workspace'),
      env,
      stdio: 'pipe',
    });
    return performance.now() - started;
  };
  try {
    mkdirSync(join(root, 'workspace'));
    writeLongLog(join(root, 'long'), events);
    const first = run('long', ['status']);
    const commands = [['status'], ['next'], ['plan', 'start', 'beyond-senior']].map((args): CommandTimes => {
      const long: number[] = [];
      const empty: number[] = [];
      for (let time = 0; time < times; time++) {
        empty.push(run('empty', args));
        long.push(run('long', args));
      }
      return { command: args.join(' '), long: median(long), empty: median(empty) };
    });
    return { first, commands };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
