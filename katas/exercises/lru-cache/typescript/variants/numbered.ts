/** How much of the capacity an entry takes. */
export type Weigh<K, V> = (key: K, value: V) => number;

/** Keeps what was used last: when it is full, the entry that nobody has used for longest goes. */
export class LruCache<K, V> {
  private readonly capacity: number;
  private readonly uses = new Map<K, number>();
  private clock = 0;
  private readonly values = new Map<K, V>();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get size(): number {
    return this.values.size;
  }

  /** The value of a key, undefined when it is not kept. Counts as a use. */
  get(key: K): V | undefined {
    if (!this.values.has(key)) return undefined;
    const value = this.values.get(key) as V;
    this.uses.set(key, ++this.clock);
    return value;
  }

  /** Like `get`, but nobody notices: no use is counted. */
  peek(key: K): V | undefined {
    return this.values.get(key);
  }

  /** Keeps a value, in the place of the one the key had. Counts as a use. */
  put(key: K, value: V): void {
    this.values.set(key, value);
    this.uses.set(key, ++this.clock);
    if (this.values.size > this.capacity) this.delete(this.oldest());
  }

  /** Whether there was something to forget. */
  delete(key: K): boolean {
    this.uses.delete(key);
    return this.values.delete(key);
  }

  /** All keys, from the one not used for longest to the one used last. */
  keys(): K[] {
    return [...this.uses].sort((left, right) => left[1] - right[1]).map(([key]) => key);
  }

  private oldest(): K {
    let oldest: [K, number] | undefined;
    for (const use of this.uses) if (!oldest || use[1] < oldest[1]) oldest = use;
    return oldest![0];
  }
}
