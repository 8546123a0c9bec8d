import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';
import { verifyFiles } from '../../../src/node/progress/verifyFiles.ts';
import { bundleScript } from '../../support/bundleScript.ts';

export interface KillReport {
  /** Logs whose writer was killed, counted each time; and how many processes that were. */
  readonly kills: number;
  readonly processes: number;
  readonly acknowledged: number;
  readonly lost: number;
  /** Events that stand twice in the log. */
  readonly doubled: number;
  /** Cut-off lines that were set aside, and events kept although nobody had been told. */
  readonly quarantined: number;
  readonly unacknowledged: number;
  /** Lines that cannot be read at the end. */
  readonly problems: number;
}

type Mode = 'plain' | 'pieces';

/** So many kills for one log; every start reads it, so ten thousand kills of one log would be a test of patience. */
const KILLS_OF_ONE_LOG = 25;

interface Plan {
  /** How many processes are killed. */
  readonly processes: number;
  /** In how many logs each of them writes at the same time: a start takes a hundred times as long as a write. */
  readonly logs?: number;
  readonly mode: Mode;
}

/**
 * Kills a process that appends without pause, again and again on the same logs, and counts what was acknowledged and is
 * gone or doubled. `onProgress` is told now and then.
 */
export async function killRounds(
  { processes, logs = 1, mode }: Plan,
  onProgress: (report: KillReport) => void = () => undefined,
): Promise<KillReport> {
  const script = await bundleScript('test/faults/progress/appendForever.ts');
  let sum = NOTHING;
  try {
    while (sum.processes < processes) {
      const next = Math.min(KILLS_OF_ONE_LOG, processes - sum.processes);
      sum = add(sum, await killSome(script, { processes: next, logs, mode }, sum.processes));
      onProgress(sum);
    }
    return sum;
  } finally {
    rmSync(join(script, '..'), { recursive: true, force: true });
  }
}

async function killSome(script: string, { processes, logs, mode }: Required<Plan>, first: number): Promise<KillReport> {
  const root = mkdtempSync(join(tmpdir(), 'katapath-kill-'));
  const acknowledged = new Set<string>();
  try {
    for (let round = first; round < first + processes; round++) {
      const args = [root, mode, `round-${round}`, 'Infinity', String(logs)];
      await killOnce(script, args, { round, logs, acknowledged });
    }
    const folders = logs === 1 ? [root] : readdirSync(root).map((name) => join(root, name));
    let found = { ...NOTHING, kills: processes * logs, processes, lost: acknowledged.size };
    for (const folder of folders) found = add(found, await lookInto(folder, acknowledged));
    return { ...found, acknowledged: acknowledged.size };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const NOTHING: KillReport = {
  kills: 0,
  processes: 0,
  acknowledged: 0,
  lost: 0,
  doubled: 0,
  quarantined: 0,
  unacknowledged: 0,
  problems: 0,
};

function add(a: KillReport, b: KillReport): KillReport {
  const keys = Object.keys(a) as (keyof KillReport)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as KillReport;
}

/** What one log holds after all; each acknowledged event found in it is one less that is lost. */
async function lookInto(directory: string, acknowledged: ReadonlySet<string>): Promise<KillReport> {
  const store = await DiskProgressStore.open({ catalog: { paths: [], katas: [] }, directory, watch: false });
  const [after] = await store.append([{ type: 'item.completed', item: 'after all' }]);
  const there = new Set(store.events.map(({ h }) => h));
  await store.close();
  const files = await verifyFiles([join(directory, 'log')]);
  const confirmed = [...there].filter((hash) => acknowledged.has(hash)).length;
  return {
    ...NOTHING,
    lost: -confirmed,
    doubled: files.reduce((sum, { entries }) => sum + entries, 0) - there.size,
    quarantined: listIfThere(join(directory, 'quarantine')).length,
    unacknowledged: there.size - confirmed - (there.has(after!.h) ? 1 : 0),
    problems: files.flatMap(({ findings }) => findings).length,
  };
}

/** Killed after a number of events that differs from round to round, wherever the process is then. */
async function killOnce(
  script: string,
  args: readonly string[],
  { round, logs, acknowledged }: { round: number; logs: number; acknowledged: Set<string> },
): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const after = logs * (1 + ((round * 37) % 12)) + ((round * 11) % logs);
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.length === 64) acknowledged.add(line);
    if (line === 'ready') continue;
    if (++seen === after) setTimeout(() => child.kill('SIGKILL'), round % 4);
  }
  await exited;
}

function listIfThere(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
