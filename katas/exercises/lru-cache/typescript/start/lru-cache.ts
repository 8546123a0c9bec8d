/** How much of the capacity an entry takes. */
export type Weigh<K, V> = (key: K, value: V) => number;

/** Keeps what was used last: when it is full, the entry that nobody has used for longest goes. */
export class LruCache<K, V> {
  /** Stages one and two: every entry weighs 1. The last stage hands in `weigh`. */
  constructor(capacity: number, weigh: Weigh<K, V> = () => 1) {}

  get size(): number {
    throw new Error('size is not written yet');
  }

  /** The value of a key, undefined when it is not kept. Counts as a use. */
  get(key: K): V | undefined {
    throw new Error('get is not written yet');
  }

  /** Like `get`, but nobody notices: no use is counted. */
  peek(key: K): V | undefined {
    throw new Error('peek is not written yet');
  }

  /** Keeps a value, in the place of the one the key had. Counts as a use. */
  put(key: K, value: V): void {
    throw new Error('put is not written yet');
  }

  /** Whether there was something to forget. */
  delete(key: K): boolean {
    throw new Error('delete is not written yet');
  }

  /** All keys, from the one not used for longest to the one used last. */
  keys(): K[] {
    throw new Error('keys is not written yet');
  }
}
