/** A key and its value; null says that the key was removed. */
export type Entry = [key: string, value: string | null];

/** Where runs are kept. A run is written once, in blocks, and never changed. */
export interface Storage {
  /** Writes a whole run, all or nothing. */
  write(name: string, blocks: Entry[][]): void;
  /** Reads one block of a run; the first has the number 0. */
  read(name: string, block: number): Entry[];
  /** How many blocks a run has. */
  count(name: string): number;
  remove(name: string): void;
  /** The names of all runs, in alphabetical order. */
  names(): string[];
}

export interface LsmOptions {
  /** So many keys in memory are written out as a run. */
  memtable: number;
  /** Most entries of a block. */
  blockSize: number;
  /** More runs than this are merged into one. */
  maxRuns: number;
  /** The last stage: a number from 0 to 4294967295 for a text, another one for each seed. */
  hash: (text: string, seed: number) => number;
}

const byKey = (left: Entry, right: Entry): number => (left[0] < right[0] ? -1 : 1);

/** Writes to memory, flushes sorted runs, merges them now and then. */
export class LsmTree {
  private readonly storage: Storage;
  private readonly options: LsmOptions;
  private readonly memtable = new Map<string, string | null>();
  /** The names of all runs, newest first. */
  private readonly runs: string[] = [];

  constructor(storage: Storage, options: LsmOptions) {
    this.storage = storage;
    this.options = options;
  }

  /** Keeps a value. */
  put(key: string, value: string): void {
    this.set(key, value);
  }

  /** Forgets a key. */
  remove(key: string): void {
    this.set(key, null);
  }

  /** The value of a key; undefined when there is none. */
  get(key: string): string | undefined {
    const kept = this.memtable.get(key);
    if (kept !== undefined) return kept ?? undefined;
    for (const run of this.runs)
      for (const [other, value] of this.readAll(run)) if (other === key) return value ?? undefined;
    return undefined;
  }

  /** All keys from `from` up to, and not including, `to`, in order. */
  scan(from: string, to: string): [key: string, value: string][] {
    const found = new Map<string, string | null>();
    // From the oldest to the newest: later entries replace earlier ones.
    for (const run of [...this.runs].reverse()) for (const [key, value] of this.readAll(run)) found.set(key, value);
    for (const [key, value] of this.memtable) found.set(key, value);
    return [...found]
      .filter((entry): entry is [string, string] => entry[1] !== null && entry[0] >= from && entry[0] < to)
      .sort(byKey);
  }

  /** Writes what is in memory as a run; nothing when nothing is. */
  flush(): void {
    if (this.memtable.size === 0) return;
    const entries = [...this.memtable].sort(byKey);
    const blocks: Entry[][] = [];
    for (let at = 0; at < entries.length; at += this.options.blockSize)
      blocks.push(entries.slice(at, at + this.options.blockSize));
    const name = `run-${String(this.runs.length).padStart(8, '0')}`;
    this.storage.write(name, blocks);
    this.runs.unshift(name);
    this.memtable.clear();
  }

  private set(key: string, value: string | null): void {
    this.memtable.set(key, value);
    if (this.memtable.size >= this.options.memtable) this.flush();
  }

  private readAll(run: string): Entry[] {
    return Array.from({ length: this.storage.count(run) }, (_, block) => this.storage.read(run, block)).flat();
  }
}
