import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ProgressEvent } from '../../core/model/event.ts';
import { encodeLog, parseLog } from '../../core/progress/log.ts';
import { GENESIS, MAX_LINE_BYTES, type LogHead } from '../../core/progress/seal.ts';
import { RefusedFile, refusalOf } from '../readRegularFile.ts';
import { APPEND, codeOf, syncFolder, writeDurably, type FileSystem } from './files.ts';

/** The log is no longer the file that was opened: deleted, replaced or written by someone else. Nothing was appended. */
export class LogMoved extends Error {}

const NEWLINE = 10;

/** What opening had to set aside. */
export interface Quarantined {
  readonly bytes: number;
  readonly file: string;
}

/**
 * One log of this window, open for appending.
 *
 * `append` returns once the lines are on the disk, and after it threw the file holds what it held before. A file that
 * was cut off in its last line is mended on opening: the cut line was never confirmed, so it is moved to `quarantine`.
 */
export class LogWriter {
  private constructor(
    private readonly files: FileSystem,
    private readonly file: string,
    private readonly handle: FileHandle,
    private readonly inode: number,
    private size: number,
    /** What the next event must follow. */
    public head: LogHead,
    readonly quarantined: Quarantined | undefined,
  ) {}

  static async open(
    files: FileSystem,
    { file, device, slot, quarantine }: { file: string; device: string; slot: number; quarantine: string },
  ): Promise<LogWriter> {
    const handle = await files.open(file, APPEND, 0o644);
    try {
      const refusal = refusalOf(await handle.stat(), Infinity);
      if (refusal !== undefined) throw new RefusedFile(refusal);
      await handle.sync();
      await syncFolder(files, dirname(file));
      const quarantined = await mendTail({ files, handle, file, quarantine });
      const last = await readLastEvent(handle);
      const head = { dev: device, slot, seq: (last?.seq ?? -1) + 1, prev: last?.h ?? GENESIS };
      const { ino, size } = await handle.stat();
      return new LogWriter(files, file, handle, ino, size, head, quarantined);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** `events` sealed to follow `head`. */
  async append(events: readonly ProgressEvent[]): Promise<void> {
    await this.refuseIfMoved();
    const bytes = Buffer.from(encodeLog(events));
    try {
      for (let done = 0; done < bytes.length;) {
        done += (await this.handle.write(bytes, done, bytes.length - done)).bytesWritten;
      }
      await this.handle.datasync();
    } catch (error) {
      await this.handle.truncate(this.size);
      throw error;
    }
    this.size += bytes.length;
    const last = events.at(-1)!;
    this.head = { ...this.head, seq: last.seq + 1, prev: last.h };
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private async refuseIfMoved(): Promise<void> {
    const now = await this.files.stat(this.file).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    // Some network and FAT disks report no inode (0) or a new one each time: there the size has to tell.
    const isSame = now && now.size === this.size && (now.ino === this.inode || now.ino === 0 || this.inode === 0);
    if (!isSame) throw new LogMoved(`${basename(this.file)} is not the file that was opened`);
  }
}

/** Leaves a file that ends in a newline. */
async function mendTail({
  files,
  handle,
  file,
  quarantine,
}: {
  files: FileSystem;
  handle: FileHandle;
  file: string;
  quarantine: string;
}): Promise<Quarantined | undefined> {
  const { bytes, from } = await readBackTo(handle, (found) => found.includes(NEWLINE));
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  const tail = bytes.subarray(end);
  if (tail.length === 0) return undefined;
  if (parseLog(tail.toString(), { verify: true }).events.length === 1) {
    await handle.appendFile('\n');
    await handle.datasync();
    return undefined;
  }
  const name = `${basename(file, '.jsonl')}.${from + end}.bin`;
  await writeDurably(files, { folder: quarantine, name, content: tail, replace: true });
  await handle.truncate(from + end);
  await handle.datasync();
  return { bytes: tail.length, file: join(quarantine, name) };
}

/** What the next event must follow; a file of bad lines only has none. */
async function readLastEvent(handle: FileHandle): Promise<ProgressEvent | undefined> {
  const lastOf = (bytes: Buffer) => parseLog(bytes.toString(), { verify: false }).events.at(-1);
  return lastOf((await readBackTo(handle, (bytes) => lastOf(bytes) !== undefined)).bytes);
}

/** The end of a file, as much of it as it takes to find something; a long log is not read for its last line. */
async function readBackTo(
  handle: FileHandle,
  isEnough: (bytes: Buffer) => boolean,
): Promise<{ bytes: Buffer; from: number }> {
  const { size } = await handle.stat();
  for (let length = MAX_LINE_BYTES; ; length *= 8) {
    const from = Math.max(0, size - length);
    const bytes = Buffer.alloc(size - from);
    await handle.read(bytes, 0, bytes.length, from);
    if (from === 0 || isEnough(bytes)) return { bytes, from };
  }
}
