import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';
import { bundleScript } from '../../support/bundleScript.ts';

export interface TwoWindows {
  readonly present: number;
  readonly expected: number;
  /** Milliseconds for one event of one window while the other writes as well; process start included. */
  readonly msEach: number;
  /** The same for two processes that do no more than append and sync as many bytes. */
  readonly bareEach: number;
}

/** Two processes append to one log at the same time, beside two that merely append and sync to a file each. */
export async function twoWindows(count: number): Promise<TwoWindows> {
  const script = await bundleScript('test/faults/progress/appendForever.ts');
  const bare = await bundleScript('test/bench/progress/appendBare.ts');
  const directory = mkdtempSync(join(tmpdir(), 'katapath-windows-'));
  const bareEach = await timeBoth(bare, (who) => [join(directory, who), String(count)], count);
  const msEach = await timeBoth(script, (who) => [directory, 'plain', who, String(count)], count);
  const store = await DiskProgressStore.open({
    catalog: { paths: [], katas: [] },
    directory,
    watch: false,
  });
  const present = new Set(store.events.map((event) => (event as unknown as { item: string }).item)).size;
  for (const folder of [directory, dirname(script), dirname(bare)]) rmSync(folder, { recursive: true });
  return { present, expected: 2 * count, msEach, bareEach };
}

async function timeBoth(script: string, argsOf: (who: string) => string[], count: number): Promise<number> {
  const started = performance.now();
  await Promise.all(['left', 'right'].map((who) => untilExit([script, ...argsOf(who)])));
  return (performance.now() - started) / count;
}

function untilExit(args: readonly string[]): Promise<unknown> {
  return new Promise((resolve) => spawn(process.execPath, args, { stdio: 'ignore' }).once('exit', resolve));
}
