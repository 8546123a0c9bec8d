import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';
import { bundleScript } from '../../support/bundleScript.ts';

/** Two processes append to one log at the same time; answers how many events are there and the milliseconds of each. */
export async function twoWindows(count: number): Promise<{ present: number; expected: number; msEach: number }> {
  const script = await bundleScript('test/faults/progress/appendForever.ts');
  const directory = mkdtempSync(join(tmpdir(), 'katapath-windows-'));
  const started = performance.now();
  const window = (who: string) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [script, directory, 'plain', who, String(count)], { stdio: 'ignore' });
      child.once('exit', resolve);
    });
  await Promise.all([window('left'), window('right')]);
  const msEach = (performance.now() - started) / count;
  const store = await DiskProgressStore.open({
    catalog: { paths: [], katas: [] },
    directory,
    identity: 'this computer',
    watch: false,
  });
  const present = new Set(store.events.map((event) => (event as unknown as { item: string }).item)).size;
  rmSync(directory, { recursive: true });
  rmSync(join(script, '..'), { recursive: true });
  return { present, expected: 2 * count, msEach };
}
