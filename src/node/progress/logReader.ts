import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { ProgressEvent } from '../../core/model/event.ts';
import { parseLog, type LineProblem, type ParsedLog } from '../../core/progress/log.ts';
import { sortEvents } from '../../core/progress/live.ts';
import { codeOf, type FileSystem } from './files.ts';
import { parseInPieces } from './parseInPieces.ts';

/** How much of a file was read; `read` ends after a newline. */
interface Bookmark {
  readonly inode: number;
  readonly size: number;
  readonly changed: number;
  readonly read: number;
  /** The number of the line that begins there. */
  readonly line: number;
}

/** Of a file: its name, how far it was read, its size and the time of its last change. */
type Mark = readonly [name: string, read: number, size: number, changed: number];

const NEWLINE = 10;

/** What is worth reading before the tree is shown: some two thousand events. */
const LITTLE = 1024 * 1024;

/** Beyond it a file is not one of ours: a hundred thousand events are half of that. */
const LARGEST = 128 * 1024 * 1024;

/**
 * Reads the logs and bundles of one folder, and after that only what was added to them. When a file has vanished,
 * shrunk or changed in place, everything is read again, so that `holds` never promises what is gone.
 *
 * `trusted` is this computer's own folder: its lines are taken without comparing hashes (that is done in idle time),
 * and a last line without newline is one that is being written. Elsewhere each unknown line is verified at once, and a
 * missing last newline is an editor's doing.
 *
 * Only what was read counts as held, never what was merely written: the file may have been replaced in between.
 */
export class LogReader {
  private readonly bookmarks = new Map<string, Bookmark>();
  private readonly hashes = new Set<string>();
  private readonly badLines = new Map<string, readonly LineProblem[]>();

  constructor(
    private readonly files: FileSystem,
    readonly folder: string,
    private trusted: boolean,
  ) {}

  /** Whether an event stands in this folder. */
  holds(hash: string): boolean {
    return this.hashes.has(hash);
  }

  /** What the files looked like when they were read: how far, and when each had last changed. */
  get mark(): string {
    return JSON.stringify(
      [...this.bookmarks].map(([name, { read, size, changed }]): Mark => [name, read, size, changed]),
    );
  }

  /**
   * What was added to the files since they looked like this, in the order of its making, unless that is a lot; undefined
   * when anything else happened to them. Nothing of it counts as read or held.
   */
  async readSince(mark: string): Promise<readonly ProgressEvent[] | undefined> {
    const before = new Map((JSON.parse(mark) as Mark[]).map(([name, ...rest]) => [name, rest]));
    const events: ProgressEvent[] = [];
    let allowed = LITTLE;
    for (const [name, { size, mtimeMs }] of await this.listLogs()) {
      const [read, sizeBefore, changed] = before.get(name) ?? [0, 0, undefined];
      before.delete(name);
      if (size < sizeBefore || (size === sizeBefore && mtimeMs !== changed)) return undefined;
      if (size === sizeBefore) continue;
      if ((allowed -= size - read) < 0) return undefined;
      const bytes = await this.readFrom(join(this.folder, name), read);
      const added = parseLog(bytes.toString('utf8', 0, bytes.lastIndexOf(NEWLINE) + 1), { verify: false });
      if (added.problems.length > 0) return undefined;
      events.push(...added.events);
    }
    return before.size > 0 ? undefined : sortEvents(events);
  }

  /** The lines that could not be read, by file. */
  get damage(): ReadonlyMap<string, readonly LineProblem[]> {
    return this.badLines;
  }

  /** What stands here and is not among the known. */
  async readNew(known: ReadonlyMap<string, unknown>): Promise<readonly ProgressEvent[]> {
    const found = await this.listLogs();
    if (this.hasLost(found)) this.forget();
    const events: ProgressEvent[] = [];
    for (const [name, stat] of found) {
      if (this.isUnchanged(name, stat)) continue;
      const read = await this.readLog(name, stat, known);
      this.addBadLines(name, read.problems);
      for (const event of read.events) {
        this.hashes.add(event.h);
        events.push(event);
      }
    }
    return events;
  }

  /** Reads everything again the next time, and from then on compares every hash. */
  distrust(): void {
    this.trusted = false;
    this.forget();
  }

  private addBadLines(name: string, problems: readonly LineProblem[]): void {
    const byLine = new Map([...(this.badLines.get(name) ?? []), ...problems].map((each) => [each.line, each]));
    if (byLine.size > 0) this.badLines.set(name, [...byLine.values()]);
  }

  private forget(): void {
    this.bookmarks.clear();
    this.hashes.clear();
    this.badLines.clear();
  }

  private async listLogs(): Promise<Map<string, Stats>> {
    const logs = new Map<string, Stats>();
    for (const name of await this.listNames()) {
      const stat = await this.files.lstat(join(this.folder, name)).catch(() => undefined);
      if (stat?.isFile() && stat.size <= LARGEST) logs.set(name, stat);
    }
    return logs;
  }

  private async listNames(): Promise<string[]> {
    try {
      return (await this.files.readdir(this.folder)).filter((name) => name.endsWith('.jsonl')).sort();
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
      throw error;
    }
  }

  private hasLost(found: ReadonlyMap<string, Stats>): boolean {
    return [...this.bookmarks].some(([name, before]) => {
      const now = found.get(name);
      return (
        !now ||
        now.ino !== before.inode ||
        now.size < before.size ||
        (now.size === before.size && now.mtimeMs !== before.changed)
      );
    });
  }

  private isUnchanged(name: string, stat: Stats): boolean {
    return this.bookmarks.get(name)?.size === stat.size;
  }

  private async readLog(name: string, stat: Stats, known: ReadonlyMap<string, unknown>): Promise<ParsedLog> {
    const { read: from = 0, line = 1 } = this.bookmarks.get(name) ?? {};
    const bytes = await this.readFrom(join(this.folder, name), from);
    const whole = bytes.lastIndexOf(NEWLINE) + 1;
    const isKnown = (hash: string) => known.has(hash) && this.hashes.add(hash).has(hash);
    // Where nothing is known yet, a hundred thousand lines need not be asked for.
    const options = { verify: !this.trusted, ...(known.size > 0 && { isKnown }) };
    const parsed = await parseInPieces(bytes.subarray(0, whole), { ...options, firstLine: line });
    const mark = { inode: stat.ino, changed: stat.mtimeMs, size: from + bytes.length, read: from + whole };
    this.bookmarks.set(name, { ...mark, line: parsed.nextLine });
    if (this.trusted || whole === bytes.length) return parsed;
    const last = parseLog(bytes.toString('utf8', whole), { ...options, firstLine: parsed.nextLine });
    return {
      ...parsed,
      events: [...parsed.events, ...last.events],
      problems: [...parsed.problems, ...last.problems],
    };
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
