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

/** Writes to memory, flushes sorted runs, merges them now and then. */
export class LsmTree {
  /** From the second stage on it finds the runs that are there already. */
  constructor(storage: Storage, options: LsmOptions) {}

  /** Keeps a value. */
  put(key: string, value: string): void {
    throw new Error('put is not written yet');
  }

  /** Forgets a key. */
  remove(key: string): void {
    throw new Error('remove is not written yet');
  }

  /** The value of a key; undefined when there is none. */
  get(key: string): string | undefined {
    throw new Error('get is not written yet');
  }

  /** All keys from `from` up to, and not including, `to`, in order. */
  scan(from: string, to: string): [key: string, value: string][] {
    throw new Error('scan is not written yet');
  }

  /** Writes what is in memory as a run; nothing when nothing is. */
  flush(): void {
    throw new Error('flush is not written yet');
  }

  /** From the third stage on: merges all runs into one at most. */
  compact(): void {
    throw new Error('compact is not written yet');
  }
}
