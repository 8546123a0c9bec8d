import { BloomFilter } from './bloom-filter.ts';

export type Entry = [key: string, value: string | null];

export interface Storage {
  write(name: string, blocks: Entry[][]): void;
  read(name: string, block: number): Entry[];
  count(name: string): number;
  remove(name: string): void;
  names(): string[];
}

export interface LsmOptions {
  memtable: number;
  blockSize: number;
  maxRuns: number;
  hash: (text: string, seed: number) => number;
}

/** A run reads itself. */
class Run {
  readonly name: string;
  private readonly storage: Storage;
  private readonly edges: [first: string, last: string][];
  private readonly filter: BloomFilter;

  constructor(name: string, storage: Storage, hash: LsmOptions['hash'], blocks?: Entry[][]) {
    this.name = name;
    this.storage = storage;
    const all = blocks ?? this.blocks();
    this.edges = all.map((block) => [block[0]![0], block.at(-1)![0]]);
    this.filter = new BloomFilter(12 * all.flat().length, 8, hash);
    for (const [key] of all.flat()) this.filter.add(key);
  }

  blocks(): Entry[][] {
    const blocks: Entry[][] = [];
    for (let at = 0; at < this.storage.count(this.name); at += 1) blocks.push(this.storage.read(this.name, at));
    return blocks;
  }

  find(key: string): Entry | undefined {
    const at = this.edges.findIndex(([first, last]) => first <= key && key <= last);
    if (at < 0 || !this.filter.mayHave(key)) return undefined;
    return this.storage.read(this.name, at).find(([other]) => other === key);
  }
}

/** Memory is a sorted array; runs are merged pairwise, as cards are. Oldest run first. */
export class LsmTree {
  private memory: Entry[] = [];
  private runs: Run[];
  private readonly storage: Storage;
  private readonly options: LsmOptions;

  constructor(storage: Storage, options: LsmOptions) {
    this.storage = storage;
    this.options = options;
    this.runs = storage.names().map((name) => new Run(name, storage, options.hash));
  }

  put(key: string, value: string): void {
    this.change([key, value]);
  }

  remove(key: string): void {
    this.change([key, null]);
  }

  get(key: string): string | undefined {
    const found = this.memory.find(([other]) => other === key) ?? this.findInRuns(key);
    return found?.[1] ?? undefined;
  }

  scan(from: string, to: string): [string, string][] {
    const all = [...this.runs.map((run) => run.blocks().flat()), this.memory].reduce(merge, []);
    return all.filter((entry): entry is [string, string] => entry[1] !== null && entry[0] >= from && entry[0] < to);
  }

  flush(): void {
    if (this.memory.length > 0) this.runs.push(this.write(this.memory));
    this.memory = [];
    if (this.runs.length > this.options.maxRuns) this.compact();
  }

  compact(): void {
    const old = this.runs;
    const rest = old
      .map((run) => run.blocks().flat())
      .reduce(merge, [])
      .filter(([, value]) => value !== null);
    this.runs = rest.length > 0 ? [this.write(rest)] : [];
    for (const run of old) this.storage.remove(run.name);
  }

  private findInRuns(key: string): Entry | undefined {
    for (let at = this.runs.length - 1; at >= 0; at -= 1) {
      const found = this.runs[at]!.find(key);
      if (found) return found;
    }
    return undefined;
  }

  private change(entry: Entry): void {
    this.memory = merge(this.memory, [entry]);
    if (this.memory.length >= this.options.memtable) this.flush();
  }

  private write(entries: Entry[]): Run {
    const { blockSize, hash } = this.options;
    const blocks: Entry[][] = [];
    for (const [at, entry] of entries.entries())
      if (at % blockSize === 0) blocks.push([entry]);
      else blocks.at(-1)!.push(entry);
    const number = String(Number((this.storage.names().at(-1) ?? 'a0').replace(/\D/g, '')) + 1);
    // A letter for the number of digits: "a9" comes before "b10".
    const name = String.fromCharCode(96 + number.length) + number;
    this.storage.write(name, blocks);
    return new Run(name, this.storage, hash, blocks);
  }
}

/** Two sorted lists as one; where both have a key, the newer one counts. */
function merge(older: Entry[], newer: Entry[]): Entry[] {
  const merged: Entry[] = [];
  let [left, right] = [0, 0];
  while (left < older.length || right < newer.length) {
    const [one, other] = [older[left], newer[right]];
    if (other === undefined || (one !== undefined && one[0] < other[0])) left = push(merged, one!, left);
    else {
      if (one?.[0] === other[0]) left += 1;
      right = push(merged, other, right);
    }
  }
  return merged;
}

function push(entries: Entry[], entry: Entry, place: number): number {
  entries.push(entry);
  return place + 1;
}
