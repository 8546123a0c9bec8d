import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';

/** What reading needs of a disk; a test or a start in a hurry stands in between. */
export type ReadableDisk = Pick<typeof fs, 'open' | 'lstat'>;

/** Says, as the end of a sentence, why something was not read although it is there. */
export class RefusedFile extends Error {}

/**
 * Never waits for the other end of a pipe, and never goes through a link. Windows has neither flag: there `lstat` tells
 * of a link, and pipes do not lie in folders.
 */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a regular file, from `from` on: never a link's, a pipe's or a device's, and never more than `limit`, all
 * of it judged on the file that was opened. Throws `RefusedFile`, or what the system says.
 */
export async function readRegularFile(
  path: string,
  { limit, from = 0, disk = fs }: { limit: number; from?: number; disk?: ReadableDisk },
): Promise<Buffer> {
  const handle = await open(disk, path);
  try {
    const stat = await handle.stat();
    const refusal = refusalOf(stat, limit);
    if (refusal !== undefined) throw new RefusedFile(refusal);
    const bytes = Buffer.alloc(Math.max(0, stat.size - from));
    let done = 0;
    while (done < bytes.length) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  } finally {
    await handle.close();
  }
}

/** Why what stands there is not read; undefined when it is. */
export function refusalOf(stat: Stats, limit: number): string | undefined {
  if (stat.isSymbolicLink()) return 'is a link, and links are not followed';
  if (stat.isDirectory()) return 'is a folder';
  if (!stat.isFile()) return 'is a pipe, a socket or a device, not a file';
  if (stat.size > limit) return `is larger than anything Katapath reads (${Math.round(stat.size / 2 ** 20)} MiB)`;
  return undefined;
}

async function open(disk: ReadableDisk, path: string) {
  if (!constants.O_NOFOLLOW && (await disk.lstat(path)).isSymbolicLink()) throw new RefusedFile(LINK);
  try {
    return await disk.open(path, READ);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') throw new RefusedFile(LINK);
    throw error;
  }
}

const LINK = 'is a link, and links are not followed';
