import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { RefusedFile } from '../readRegularFile.ts';

/** The file system as this folder uses it; a test that cuts the power stands in between. */
export type FileSystem = Pick<
  typeof fs,
  'open' | 'mkdir' | 'readdir' | 'readFile' | 'lstat' | 'stat' | 'rename' | 'link' | 'rm' | 'appendFile'
>;

export const realFiles: FileSystem = fs;

/** Opens for appending, makes the file if need be, and never goes through a link. */
export const APPEND = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);

export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
}

/** Why a file could not be written, for a person. */
export function reasonOf(error: unknown): string {
  if (error instanceof RefusedFile) return `it ${error.message}`;
  const code = codeOf(error);
  return REASONS[code] ?? code;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission to write there',
  EPERM: 'you have no permission to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'the file may not grow any more',
  ELOOP: 'it is a link, and links are not followed',
  ENOTDIR: 'a file stands where the folder should be',
  EEXIST: 'a file stands where the folder should be',
  EIO: 'the disk reports an error',
};

/** Makes a name that was just created or renamed survive a power cut. Windows does so by itself. */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and the ones above it, durably: each new name is an entry of the folder above. */
export async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  const first = await files.mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(files, dirname(made));
}

/**
 * Writes a whole file so that after a power cut it is there with all its bytes or not there at all. `replace: false`
 * leaves a file that stands there already.
 */
export async function writeDurably(
  files: FileSystem,
  {
    folder,
    name,
    content,
    replace,
    mode = 0o666,
  }: { folder: string; name: string; content: string | Uint8Array; replace: boolean; mode?: number },
): Promise<void> {
  await makeFolder(files, folder);
  const draft = join(folder, `.${name}.${randomUUID()}.tmp`);
  const handle = await files.open(draft, 'w', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (replace) await files.rename(draft, join(folder, name));
  else await takeName(files, draft, join(folder, name));
  await files.rm(draft, { force: true });
  await syncFolder(files, folder);
}

/** Of two processes that want the same name, one gets it. A disk without hard links falls back to a rename. */
async function takeName(files: FileSystem, draft: string, target: string): Promise<void> {
  try {
    await files.link(draft, target);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') await files.rename(draft, target);
  }
}
