import { mkdtempSync, readlinkSync, realpathSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from './removeFolder.ts';

/**
 * A process id means something within its namespace only: two containers may share a temporary directory. Other systems
 * than Linux have none.
 */
const namespace = readNamespace();

/** Makes a folder for one run in the system's temporary directory. Its name says whose it is: `katapath-4711-0-Ab3dEf`. */
export function makeRunFolder(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), `katapath-${process.pid}-${namespace}-`));
}

/** Removes the folders of programs that are gone and had no chance to: they and their supervisor were killed at once. */
export async function removeAbandonedFolders(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  await Promise.all(names.filter(isAbandoned).map((name) => removeFolder(join(directory, name))));
}

function isAbandoned(name: string): boolean {
  const [, owner, where] = /^katapath-(\d+)-(\d+)-\w{6}$/.exec(name) ?? [];
  return owner !== undefined && where === namespace && !isAlive(Number(owner));
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** `pid:[4026531836]`, of which the number is enough. */
function readNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}
