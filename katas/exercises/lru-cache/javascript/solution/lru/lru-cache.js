/** Keeps what was used last: when it is full, the entry that nobody has used for longest goes. */
export class LruCache {
  capacity;
  /** From the one not used for longest to the one used last. */
  entries = [];

  constructor(capacity) {
    this.capacity = capacity;
  }

  get size() {
    return this.entries.length;
  }

  /** The value of a key, undefined when it is not kept. Counts as a use. */
  get(key) {
    const entry = this.find(key);
    if (!entry) return undefined;
    this.delete(key);
    this.entries.push(entry);
    return entry.value;
  }

  /** Like `get`, but nobody notices: no use is counted. */
  peek(key) {
    return this.find(key)?.value;
  }

  /** Keeps a value, in the place of the one the key had. Counts as a use. */
  put(key, value) {
    this.delete(key);
    this.entries.push({ key, value });
    if (this.entries.length > this.capacity) this.entries.shift();
  }

  /** Whether there was something to forget. */
  delete(key) {
    const before = this.entries.length;
    this.entries = this.entries.filter((entry) => entry.key !== key);
    return this.entries.length < before;
  }

  /** All keys, from the one not used for longest to the one used last. */
  keys() {
    return this.entries.map(({ key }) => key);
  }

  find(key) {
    return this.entries.find((entry) => entry.key === key);
  }
}
