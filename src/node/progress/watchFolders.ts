import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Disposable } from '../../core/ports.ts';

/** Long enough to gather the writes of one append, short enough that nobody waits. */
const DEBOUNCE_MS = 40;
/** Where the system gives no notice (network disks, too many watches), a look now and then. */
const POLL_MS = 1500;

/**
 * Calls back soon after anything changes in one of the folders. A folder that does not exist yet is waited for by
 * watching the nearest one above it, down to `below`; one that is deleted and made again is found again.
 */
export function watchFolders(
  targets: readonly { readonly folder: string; readonly below: string }[],
  onChange: () => Promise<void>,
): Disposable {
  const watched = new Map<string, { path: string; inode: number; watcher: FSWatcher | undefined }>();
  let timer: NodeJS.Timeout | undefined;
  let isDisposed = false;

  const notice = () => {
    if (timer === undefined && !isDisposed) timer = setTimeout(() => void run(), DEBOUNCE_MS);
  };
  const run = async () => {
    timer = undefined;
    await arm();
    if (!isDisposed) await onChange();
  };
  const arm = async () => {
    for (const target of targets) {
      const nearest = await nearestFolder(target);
      const current = watched.get(target.folder);
      if (isDisposed || (current?.path === nearest?.path && current?.inode === nearest?.inode)) continue;
      current?.watcher?.close();
      if (nearest) watched.set(target.folder, { ...nearest, watcher: watchOne(nearest.path, notice) });
      else watched.delete(target.folder);
    }
  };

  void arm().then(notice);
  const poll = setInterval(notice, POLL_MS);
  poll.unref();
  return {
    dispose() {
      isDisposed = true;
      clearInterval(poll);
      clearTimeout(timer);
      for (const { watcher } of watched.values()) watcher?.close();
    },
  };
}

async function nearestFolder({ folder, below }: { folder: string; below: string }) {
  for (let path = folder; path.startsWith(below); path = dirname(path)) {
    const found = await stat(path).catch(() => undefined);
    if (found) return { path, inode: found.ino };
    if (path === dirname(path)) break;
  }
  return undefined;
}

/** Polling goes on where a watcher cannot be had. */
function watchOne(path: string, notice: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(path, { persistent: false }, notice);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
