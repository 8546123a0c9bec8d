/** Writes to memory, flushes sorted runs, merges them now and then. */
export class LsmTree {
  /** From the second stage on it finds the runs that are there already. */
  constructor(storage, options) {}

  /** Keeps a value. */
  put(key, value) {
    throw new Error('put is not written yet');
  }

  /** Forgets a key. */
  remove(key) {
    throw new Error('remove is not written yet');
  }

  /** The value of a key; undefined when there is none. */
  get(key) {
    throw new Error('get is not written yet');
  }

  /** All keys from `from` up to, and not including, `to`, in order. */
  scan(from, to) {
    throw new Error('scan is not written yet');
  }

  /** Writes what is in memory as a run; nothing when nothing is. */
  flush() {
    throw new Error('flush is not written yet');
  }

  /** From the third stage on: merges all runs into one at most. */
  compact() {
    throw new Error('compact is not written yet');
  }
}
