/** Keeps what was used last: when it is full, the entry that nobody has used for longest goes. */
export class LruCache {
  capacity;
  weigh;
  /** A Map remembers the order in which its keys came: the first is the one not used for longest. */
  kept = new Map();
  weight = 0;

  constructor(capacity, weigh = () => 1) {
    this.capacity = capacity;
    this.weigh = weigh;
  }

  get size() {
    return this.kept.size;
  }

  /** The value of a key, undefined when it is not kept. Counts as a use. */
  get(key) {
    const kept = this.kept.get(key);
    if (!kept) return undefined;
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept.value;
  }

  /** Like `get`, but nobody notices: no use is counted. */
  peek(key) {
    return this.kept.get(key)?.value;
  }

  /** Keeps a value, in the place of the one the key had. Counts as a use. */
  put(key, value) {
    const weight = this.weigh(key, value);
    this.delete(key);
    if (weight > this.capacity) return;
    this.kept.set(key, { value, weight });
    this.weight += weight;
    while (this.weight > this.capacity) this.delete(this.oldest());
  }

  /** Whether there was something to forget. */
  delete(key) {
    const kept = this.kept.get(key);
    if (!kept) return false;
    this.kept.delete(key);
    this.weight -= kept.weight;
    return true;
  }

  /** All keys, from the one not used for longest to the one used last. */
  keys() {
    return [...this.kept.keys()];
  }

  oldest() {
    return this.kept.keys().next().value;
  }
}
