import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { encodeLog } from '../../../src/core/progress/log.ts';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';

/** Milliseconds from another window's append, and from a bundle that git brought, to the event that refreshes the sidebar. */
export async function measureFollowing(count: number): Promise<{ window: number[]; git: number[] }> {
  const root = mkdtempSync(join(tmpdir(), 'katapath-follow-'));
  const bundles = join(root, 'workspace', '.katapath', 'progress');
  mkdirSync(bundles, { recursive: true });
  const options = { catalog: bundledCatalog, directory: join(root, 'data') };
  const follower = await DiskProgressStore.open({ ...options, workspaces: [join(root, 'workspace')] });
  const other = await DiskProgressStore.open({ ...options, watch: false });
  const elsewhere = await DiskProgressStore.open({ ...options, directory: join(root, 'elsewhere'), watch: false });
  const window: number[] = [];
  const git: number[] = [];
  for (let index = 0; index < count; index++) {
    const [written] = await other.append([{ type: 'item.completed', item: `window-${index}` }]);
    window.push(await untilSeen(follower, written!.h));
    const pulled = await elsewhere.append([{ type: 'item.completed', item: `git-${index}` }]);
    writeFileSync(join(bundles, `${index}.jsonl`), encodeLog(pulled));
    git.push(await untilSeen(follower, pulled[0]!.h));
  }
  for (const store of [follower, other, elsewhere]) await store.close();
  rmSync(root, { recursive: true });
  return { window, git };
}

async function untilSeen(store: DiskProgressStore, hash: string): Promise<number> {
  const started = performance.now();
  while (!store.events.some(({ h }) => h === hash)) {
    await new Promise<void>((resolve) => {
      const listener = store.onDidChange(() => {
        listener.dispose();
        resolve();
      });
    });
  }
  return performance.now() - started;
}
