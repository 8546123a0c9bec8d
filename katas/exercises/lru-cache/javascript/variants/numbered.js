/** Keeps what was used last: when it is full, the entry that nobody has used for longest goes. */
export class LruCache {
  capacity;
  uses = new Map();
  clock = 0;
  values = new Map();

  constructor(capacity) {
    this.capacity = capacity;
  }

  get size() {
    return this.values.size;
  }

  /** The value of a key, undefined when it is not kept. Counts as a use. */
  get(key) {
    if (!this.values.has(key)) return undefined;
    const value = this.values.get(key);
    this.uses.set(key, ++this.clock);
    return value;
  }

  /** Like `get`, but nobody notices: no use is counted. */
  peek(key) {
    return this.values.get(key);
  }

  /** Keeps a value, in the place of the one the key had. Counts as a use. */
  put(key, value) {
    this.values.set(key, value);
    this.uses.set(key, ++this.clock);
    if (this.values.size > this.capacity) this.delete(this.oldest());
  }

  /** Whether there was something to forget. */
  delete(key) {
    this.uses.delete(key);
    return this.values.delete(key);
  }

  /** All keys, from the one not used for longest to the one used last. */
  keys() {
    return [...this.uses].sort((left, right) => left[1] - right[1]).map(([key]) => key);
  }

  oldest() {
    let oldest;
    for (const use of this.uses) if (!oldest || use[1] < oldest[1]) oldest = use;
    return oldest[0];
  }
}
