import { join } from 'node:path';
import type { ProgressEvent } from '../../core/progress/event.ts';
import { parseLog, type LineProblem } from '../../core/progress/log.ts';
import { codeOf, type FileSystem } from './files.ts';

/** What a look at a folder of logs gave that the looks before had not. */
export interface NewLines {
  readonly events: readonly ProgressEvent[];
  /** For files that were read from their beginning. */
  readonly problems: readonly { readonly file: string; readonly problems: readonly LineProblem[] }[];
}

/** How much of a file was read. `read` ends after a newline, except where the file was taken as a whole. */
interface Bookmark {
  readonly inode: number;
  readonly size: number;
  readonly changed: number;
  readonly read: number;
}

/** Beyond it a file is not one of ours: a hundred thousand events are half of that. */
const LARGEST = 128 * 1024 * 1024;

/**
 * Reads the logs and bundles of one folder, and after that only what was added to them. A file that shrank, was
 * replaced or changed in place is read again.
 *
 * `trusted` is this computer's own folder: its lines are taken without comparing hashes (that is done in idle time),
 * and a last line without newline is one that is being written. Elsewhere each unknown line is verified at once, and a
 * missing last newline is an editor's doing.
 */
export class LogReader {
  private readonly bookmarks = new Map<string, Bookmark>();

  constructor(
    private readonly files: FileSystem,
    readonly folder: string,
    private readonly trusted: boolean,
  ) {}

  async readNew(known: ReadonlyMap<string, unknown>): Promise<NewLines> {
    const events: ProgressEvent[] = [];
    const problems: { file: string; problems: readonly LineProblem[] }[] = [];
    for (const name of await this.logNames()) {
      const read = await this.readFile(name, known);
      if (!read) continue;
      for (const event of read.events) events.push(event);
      if (read.problems.length > 0) problems.push({ file: name, problems: read.problems });
    }
    return { events, problems };
  }

  /** Reads everything again the next time. */
  forget(): void {
    this.bookmarks.clear();
  }

  private async logNames(): Promise<string[]> {
    try {
      const entries = await this.files.readdir(this.folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl')).map(({ name }) => name).sort();
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
      throw error;
    }
  }

  private async readFile(name: string, known: ReadonlyMap<string, unknown>) {
    const path = join(this.folder, name);
    const stat = await this.files.lstat(path).catch(() => undefined);
    if (!stat?.isFile() || stat.size > LARGEST) return undefined;
    const before = this.bookmarks.get(name);
    if (before && before.inode === stat.ino && before.size === stat.size && before.changed === stat.mtimeMs) return undefined;
    const grew = this.trusted && before !== undefined && before.inode === stat.ino && stat.size > before.size;
    const from = grew ? before.read : 0;
    const bytes = await this.readFrom(path, from);
    const end = this.trusted ? bytes.lastIndexOf(10) + 1 : bytes.length;
    const mark = { inode: stat.ino, size: from + bytes.length, changed: stat.mtimeMs, read: from + end };
    this.bookmarks.set(name, mark);
    const parsed = parseLog(bytes.toString('utf8', 0, end), { verify: !this.trusted, known });
    return grew ? { events: parsed.events, problems: [] } : parsed;
  }

  private async readFrom(path: string, from: number): Promise<Buffer> {
    if (from === 0) return this.files.readFile(path);
    const handle = await this.files.open(path, 'r');
    try {
      const bytes = Buffer.alloc((await handle.stat()).size - from);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }
}
