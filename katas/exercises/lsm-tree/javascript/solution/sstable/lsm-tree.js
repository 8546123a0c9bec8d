const byKey = (left, right) => (left[0] < right[0] ? -1 : 1);

/** Writes to memory, flushes sorted runs, merges them now and then. */
export class LsmTree {
  storage;
  options;
  memtable = new Map();
  /** Newest first. */
  runs;
  nextNumber = 0;

  /** Finds the runs that are there already. */
  constructor(storage, options) {
    this.storage = storage;
    this.options = options;
    this.runs = storage
      .names()
      .reverse()
      .map((name) => this.know(name, this.readBlocks(name)));
    if (this.runs.length > 0) this.nextNumber = Number(this.runs[0].name.slice(4)) + 1;
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
    for (const run of this.runs) {
      const block = blockFor(run, key);
      if (block < 0) continue;
      const found = this.storage.read(run.name, block).find(([other]) => other === key);
      if (found) return found[1] ?? undefined;
    }
    return undefined;
  }

  /** All keys from `from` up to, and not including, `to`, in order. */
  scan(from, to) {
    const found = new Map();
    // From the oldest to the newest: later entries replace earlier ones.
    for (const run of [...this.runs].reverse())
      for (const [key, value] of this.readAll(run.name)) found.set(key, value);
    for (const [key, value] of this.memtable) found.set(key, value);
    return [...found].filter((entry) => entry[1] !== null && entry[0] >= from && entry[0] < to).sort(byKey);
  }

  /** Writes what is in memory as a run; nothing when nothing is. */
  flush() {
    if (this.memtable.size === 0) return;
    this.runs.unshift(this.writeRun([...this.memtable].sort(byKey)));
    this.memtable.clear();
  }

  set(key, value) {
    this.memtable.set(key, value);
    if (this.memtable.size >= this.options.memtable) this.flush();
  }

  writeRun(entries) {
    const blocks = [];
    for (let at = 0; at < entries.length; at += this.options.blockSize)
      blocks.push(entries.slice(at, at + this.options.blockSize));
    const name = `run-${String(this.nextNumber).padStart(8, '0')}`;
    this.nextNumber += 1;
    this.storage.write(name, blocks);
    return this.know(name, blocks);
  }

  know(name, blocks) {
    const firsts = blocks.map((block) => block[0][0]);
    return { name, firsts, last: blocks.at(-1).at(-1)[0] };
  }

  readBlocks(name) {
    return Array.from({ length: this.storage.count(name) }, (_, block) => this.storage.read(name, block));
  }

  readAll(name) {
    return this.readBlocks(name).flat();
  }
}

/** The only block of a run that may hold a key; -1 when none can. */
function blockFor({ firsts, last }, key) {
  if (key > last) return -1;
  const after = firsts.findIndex((first) => first > key);
  return (after < 0 ? firsts.length : after) - 1;
}
