const byKey = (left, right) => (left[0] < right[0] ? -1 : 1);

/** Writes to memory, flushes sorted runs, merges them now and then. */
export class LsmTree {
  storage;
  options;
  memtable = new Map();
  /** The names of all runs, newest first. */
  runs = [];

  constructor(storage, options) {
    this.storage = storage;
    this.options = options;
  }

  /** Keeps a value. */
  put(key, value) {
    this.set(key, value);
  }

  /** Forgets a key. */
  remove(key) {
    this.set(key, null);
  }

  /** The value of a key; undefined when there is none. */
  get(key) {
    const kept = this.memtable.get(key);
    if (kept !== undefined) return kept ?? undefined;
    for (const run of this.runs)
      for (const [other, value] of this.readAll(run)) if (other === key) return value ?? undefined;
    return undefined;
  }

  /** All keys from `from` up to, and not including, `to`, in order. */
  scan(from, to) {
    const found = new Map();
    // From the oldest to the newest: later entries replace earlier ones.
    for (const run of [...this.runs].reverse()) for (const [key, value] of this.readAll(run)) found.set(key, value);
    for (const [key, value] of this.memtable) found.set(key, value);
    return [...found].filter((entry) => entry[1] !== null && entry[0] >= from && entry[0] < to).sort(byKey);
  }

  /** Writes what is in memory as a run; nothing when nothing is. */
  flush() {
    if (this.memtable.size === 0) return;
    const entries = [...this.memtable].sort(byKey);
    const blocks = [];
    for (let at = 0; at < entries.length; at += this.options.blockSize)
      blocks.push(entries.slice(at, at + this.options.blockSize));
    const name = `run-${String(this.runs.length).padStart(8, '0')}`;
    this.storage.write(name, blocks);
    this.runs.unshift(name);
    this.memtable.clear();
  }

  set(key, value) {
    this.memtable.set(key, value);
    if (this.memtable.size >= this.options.memtable) this.flush();
  }

  readAll(run) {
    return Array.from({ length: this.storage.count(run) }, (_, block) => this.storage.read(run, block)).flat();
  }
}
