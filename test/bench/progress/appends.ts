import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';

/** One append after the other, beside the least a program can do for as much: append the same bytes and sync. */
export async function measureAppends(count: number): Promise<{ store: number[]; bare: number[] }> {
  const directory = mkdtempSync(join(tmpdir(), 'katapath-append-'));
  const progress = await DiskProgressStore.open({ catalog: bundledCatalog, directory });
  const bareFile = await open(join(directory, 'bare'), 'a');
  const store: number[] = [];
  const bare: number[] = [];
  for (let index = 0; index < count; index++) {
    let line = '';
    store.push(
      await timed(async () => {
        const [event] = await progress.append([{ type: 'item.completed', item: `item-${index}` }]);
        line = `${JSON.stringify(event)}\n`;
      }),
    );
    bare.push(
      await timed(async () => {
        await bareFile.appendFile(line);
        await bareFile.datasync();
      }),
    );
  }
  await bareFile.close();
  await progress.close();
  rmSync(directory, { recursive: true });
  return { store, bare };
}

async function timed(task: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}
