import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { ProgressEvent } from '../../core/model/event.ts';
import type { Reading } from '../../core/progress/eventSet.ts';
import { parseLog, type LineProblem, type ParsedLog } from '../../core/progress/log.ts';
import type { LogSignature } from '../../core/progress/signature.ts';
import type { FileSystem } from './files.ts';
import { listLogs, readLogFile, type LogFolder } from './logFolder.ts';
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

/** Which events need no reading, by their hash. */
export interface KnownEvents {
  has(hash: string): boolean;
  isEmpty(): boolean;
}

const NEWLINE = 10;

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
  private bookmarks = new Map<string, Bookmark>();
  private readonly hashes = new Set<string>();
  private readonly signed = new Map<string, Set<string>>();
  private readonly badLines = new Map<string, readonly LineProblem[]>();
  private left: LogFolder['refused'] = new Map();

  constructor(
    private readonly files: FileSystem,
    readonly folder: string,
    private trusted: boolean,
  ) {}

  /** Whether an event stands in this folder. */
  holds(hash: string): boolean {
    return this.hashes.has(hash);
  }

  /** Whether a device's signature here names an event. Nobody has verified it. */
  isSignedBy({ device, key }: { device: string; key: string }, hash: string): boolean {
    return this.signed.get(`${device} ${key}`)?.has(hash) ?? false;
  }

  /** What the files looked like when they were read: how far, and when each had last changed. */
  get mark(): string {
    return JSON.stringify([...this.bookmarks]);
  }

  /**
   * Goes on where another reader stopped, unless anything else happened to the files than that they grew, by at most so
   * many bytes. What stood there before counts as read, though not as held.
   */
  async resume(mark: string, mostBytes: number): Promise<boolean> {
    const bookmarks = new Map(JSON.parse(mark) as [string, Bookmark][]);
    const { logs } = await listLogs(this.files, this.folder);
    const grown = [...logs].map(([name, { size }]) => size - (bookmarks.get(name)?.size ?? 0));
    if (hasLost(bookmarks, logs) || grown.reduce((sum, each) => sum + each, 0) > mostBytes) return false;
    if (mostBytes === 0 && logs.size > bookmarks.size) return false;
    this.bookmarks = bookmarks;
    return true;
  }

  /** The lines that could not be read, by file. */
  get damage(): ReadonlyMap<string, readonly LineProblem[]> {
    return this.badLines;
  }

  /** What lies here and is not read, with the reason; '' is the folder itself. */
  get refused(): LogFolder['refused'] {
    return this.left;
  }

  /** What stands here and is not among the known. */
  async readNew(known: KnownEvents): Promise<Reading> {
    const { logs, refused } = await listLogs(this.files, this.folder);
    this.left = refused;
    if (hasLost(this.bookmarks, logs)) this.forget();
    const events: ProgressEvent[] = [];
    const signatures: LogSignature[] = [];
    for (const [name, stat] of logs) {
      if (this.bookmarks.get(name)?.size === stat.size) continue;
      const read = await this.readLog(name, stat, known);
      this.addBadLines(name, read.problems);
      for (const event of read.events) {
        this.hashes.add(event.h);
        events.push(event);
      }
      for (const signature of read.signatures) {
        this.addSigned(signature);
        signatures.push(signature);
      }
    }
    return { events, signatures };
  }

  /** Reads everything again the next time, and from then on compares every hash. */
  distrust(): void {
    this.trusted = false;
    this.forget();
  }

  /** Reads everything again the next time. */
  forget(): void {
    this.bookmarks.clear();
    this.hashes.clear();
    this.signed.clear();
    this.badLines.clear();
  }

  private addBadLines(name: string, problems: readonly LineProblem[]): void {
    const byLine = new Map([...(this.badLines.get(name) ?? []), ...problems].map((each) => [each.line, each]));
    if (byLine.size > 0) this.badLines.set(name, [...byLine.values()]);
  }

  private addSigned({ device, key, hashes }: LogSignature): void {
    const signer = `${device} ${key}`;
    const signed = this.signed.get(signer) ?? new Set();
    this.signed.set(signer, signed);
    for (const hash of hashes) signed.add(hash);
  }

  private async readLog(name: string, stat: Stats, known: KnownEvents): Promise<ParsedLog> {
    const { read: from = 0, line = 1 } = this.bookmarks.get(name) ?? {};
    const bytes = await readLogFile(this.files, join(this.folder, name), from);
    const whole = bytes.lastIndexOf(NEWLINE) + 1;
    const isKnown = (hash: string) => known.has(hash) && this.hashes.add(hash).has(hash);
    // Where nothing is known yet, a hundred thousand lines need not be asked for.
    const options = { verify: !this.trusted, ...(!known.isEmpty() && { isKnown }) };
    const parsed = await parseInPieces(bytes.subarray(0, whole), { ...options, firstLine: line });
    const mark = { inode: stat.ino, changed: stat.mtimeMs, size: from + bytes.length, read: from + whole };
    this.bookmarks.set(name, { ...mark, line: parsed.nextLine });
    if (this.trusted || whole === bytes.length) return parsed;
    const last = parseLog(bytes.toString('utf8', whole), { ...options, firstLine: parsed.nextLine });
    return {
      ...parsed,
      events: [...parsed.events, ...last.events],
      signatures: [...parsed.signatures, ...last.signatures],
      problems: [...parsed.problems, ...last.problems],
    };
  }
}

function hasLost(bookmarks: ReadonlyMap<string, Bookmark>, found: ReadonlyMap<string, Stats>): boolean {
  return [...bookmarks].some(([name, before]) => {
    const now = found.get(name);
    return (
      !now ||
      now.ino !== before.inode ||
      now.size < before.size ||
      (now.size === before.size && now.mtimeMs !== before.changed)
    );
  });
}
