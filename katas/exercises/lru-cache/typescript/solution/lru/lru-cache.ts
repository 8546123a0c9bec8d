/** How much of the capacity an entry takes. */
export type Weigh<K, V> = (key: K, value: V) => number;

interface Entry<K, V> {
  readonly key: K;
  readonly value: V;
}

/** Keeps what was used last: when it is full, the entry that nobody has used for longest goes. */
export class LruCache<K, V> {
  private readonly capacity: number;
  /** From the one not used for longest to the one used last. */
  private entries: Entry<K, V>[] = [];

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get size(): number {
    return this.entries.length;
  }

  /** The value of a key, undefined when it is not kept. Counts as a use. */
  get(key: K): V | undefined {
    const entry = this.find(key);
    if (!entry) return undefined;
    this.delete(key);
    this.entries.push(entry);
    return entry.value;
  }

  /** Like `get`, but nobody notices: no use is counted. */
  peek(key: K): V | undefined {
    return this.find(key)?.value;
  }

  /** Keeps a value, in the place of the one the key had. Counts as a use. */
  put(key: K, value: V): void {
    this.delete(key);
    this.entries.push({ key, value });
    if (this.entries.length > this.capacity) this.entries.shift();
  }

  /** Whether there was something to forget. */
  delete(key: K): boolean {
    const before = this.entries.length;
    this.entries = this.entries.filter((entry) => entry.key !== key);
    return this.entries.length < before;
  }

  /** All keys, from the one not used for longest to the one used last. */
  keys(): K[] {
    return this.entries.map(({ key }) => key);
  }

  private find(key: K): Entry<K, V> | undefined {
    return this.entries.find((entry) => entry.key === key);
  }
}
