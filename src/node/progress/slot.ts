import { hostname } from 'node:os';
import { join } from 'node:path';
import { codeOf, type FileSystem } from './files.ts';

/** The right of one window to append to one log, until released or until its process is gone. */
export interface Slot {
  readonly number: number;
  /** The log: `<device>.<slot>.jsonl`. */
  readonly file: string;
  release(): Promise<void>;
}

/** A lock of another machine (a shared home folder) is given up when its log was not written for a day. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Takes the first free slot from `from` on. Taken once per window and never waited for: a busy slot just means the
 * next number, one more log of the same set. Should two windows ever hold the same one, the log's own guard notices.
 */
export async function takeSlot(files: FileSystem, folder: string, device: string, from = 0): Promise<Slot> {
  for (let number = from; ; number++) {
    const lock = join(folder, `${device}.${number}.lock`);
    const file = join(folder, `${device}.${number}.jsonl`);
    if ((await lockWith(files, lock)) || ((await isStale(files, lock, file)) && (await replaceLock(files, lock)))) {
      return { number, file, release: () => release(files, lock) };
    }
  }
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

async function lockWith(files: FileSystem, lock: string): Promise<boolean> {
  try {
    const handle = await files.open(lock, 'wx');
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
    await handle.close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(files: FileSystem, lock: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await files.readFile(lock, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function isStale(files: FileSystem, lock: string, file: string): Promise<boolean> {
  const holder = await readHolder(files, lock);
  if (holder?.host === hostname()) return !isRunning(holder.pid);
  const times = await Promise.all(
    [lock, file].map((name) =>
      files.stat(name).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times) < Date.now() - ABANDONED_MS;
}

/** Moves the dead lock aside before making a new one, so that of two windows that find it only one takes it. */
async function replaceLock(files: FileSystem, lock: string): Promise<boolean> {
  const aside = `${lock}.${process.pid}.${Date.now()}`;
  try {
    await files.rename(lock, aside);
  } catch {
    return false;
  }
  await files.rm(aside, { force: true });
  return lockWith(files, lock);
}

async function release(files: FileSystem, lock: string): Promise<void> {
  const holder = await readHolder(files, lock);
  if (holder?.pid === process.pid && holder.host === hostname()) await files.rm(lock, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
