/** Keeps what was used last: when it is full, the entry that nobody has used for longest goes. */
export class LruCache {
  capacity;
  /** A Map remembers the order in which its keys came: the first is the one not used for longest. */
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
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  /** Like `get`, but nobody notices: no use is counted. */
  peek(key) {
    return this.values.get(key);
  }

  /** Keeps a value, in the place of the one the key had. Counts as a use. */
  put(key, value) {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.capacity) this.values.delete(this.oldest());
  }

  /** Whether there was something to forget. */
  delete(key) {
    return this.values.delete(key);
  }

  /** All keys, from the one not used for longest to the one used last. */
  keys() {
    return [...this.values.keys()];
  }

  oldest() {
    return this.values.keys().next().value;
  }
}
