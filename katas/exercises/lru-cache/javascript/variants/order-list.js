/** Keeps what was used last: when it is full, the entry that nobody has used for longest goes. */
export class LruCache {
  capacity;
  order = [];
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
    this.touch(key);
    return value;
  }

  /** Like `get`, but nobody notices: no use is counted. */
  peek(key) {
    return this.values.get(key);
  }

  /** Keeps a value, in the place of the one the key had. Counts as a use. */
  put(key, value) {
    this.values.set(key, value);
    this.touch(key);
    if (this.values.size > this.capacity) this.delete(this.order[0]);
  }

  /** Whether there was something to forget. */
  delete(key) {
    const place = this.order.indexOf(key);
    if (place >= 0) this.order.splice(place, 1);
    return this.values.delete(key);
  }

  /** All keys, from the one not used for longest to the one used last. */
  keys() {
    return [...this.order];
  }

  touch(key) {
    const place = this.order.indexOf(key);
    if (place >= 0) this.order.splice(place, 1);
    this.order.push(key);
  }
}
