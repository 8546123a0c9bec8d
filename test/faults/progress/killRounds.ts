import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';
import { verifyFiles } from '../../../src/node/progress/verifyFiles.ts';
import { bundleScript } from '../../support/bundleScript.ts';

export interface KillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly lost: number;
  /** Cut-off lines that were set aside, and events kept although nobody had been told. */
  readonly quarantined: number;
  readonly unacknowledged: number;
  /** Lines that cannot be read at the end. */
  readonly problems: number;
}

/** Kills a process that appends without pause, again and again on the same log, and counts what was acknowledged and is gone. */
export async function killRounds({ rounds, mode }: { rounds: number; mode: 'plain' | 'pieces' }): Promise<KillReport> {
  const script = await bundleScript('test/faults/progress/appendForever.ts');
  const root = mkdtempSync(join(tmpdir(), 'katapath-kill-'));
  const acknowledged = new Set<string>();
  try {
    for (let round = 0; round < rounds; round++)
      await killOnce(script, [root, mode, `round-${round}`], round, acknowledged);
    const store = await DiskProgressStore.open({
      catalog: { paths: [], katas: [] },
      directory: root,
      watch: false,
    });
    await store.append([{ type: 'item.completed', item: 'after all' }]);
    const there = new Set(store.events.map(({ h }) => h));
    await store.close();
    const files = await verifyFiles([join(root, 'log')]);
    return {
      rounds,
      acknowledged: acknowledged.size,
      lost: [...acknowledged].filter((hash) => !there.has(hash)).length,
      quarantined: listIfThere(join(root, 'quarantine')).length,
      unacknowledged: there.size - acknowledged.size - 1,
      problems: files.flatMap(({ findings }) => findings).length,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(join(script, '..'), { recursive: true, force: true });
  }
}

/** Killed after a number of events that differs from round to round, wherever the process is then. */
async function killOnce(
  script: string,
  args: readonly string[],
  round: number,
  acknowledged: Set<string>,
): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const after = 1 + ((round * 37) % 60);
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
