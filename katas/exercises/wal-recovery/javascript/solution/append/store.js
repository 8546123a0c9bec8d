/** Eight letters that are nearly always different when the text is. */
export function checksum(text) {
  let hash = 2166136261;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 16777619);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Keeps texts under keys. Once `put` or `remove` has returned, no crash takes it back. */
export class Store {
  disk;
  values = new Map();

  /** Finds what the last store on this disk has left. */
  constructor(disk) {
    this.disk = disk;
    const lines = String(disk.read('log') ?? '')
      .split('\n')
      .slice(0, -1);
    for (const line of lines) this.apply(JSON.parse(line));
  }

  get(key) {
    return this.values.get(key);
  }

  /** All keys, sorted. */
  keys() {
    return [...this.values.keys()].sort();
  }

  put(key, value) {
    this.log([key, value]);
  }

  remove(key) {
    this.log([key, null]);
  }

  /** Written and synced first, believed afterwards. */
  log(change) {
    this.disk.append('log', `${JSON.stringify(change)}\n`);
    this.disk.sync();
    this.apply(change);
  }

  apply([key, value]) {
    if (value === null) this.values.delete(key);
    else this.values.set(key, value);
  }
}
