/** Eight letters that are nearly always different when the text is. */
export function checksum(text) {
  let hash = 2166136261;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 16777619);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The last piece behind the last line break never is: it is empty, or torn. */
function isGood(line) {
  return line.length > 9 && line[8] === ' ' && line.slice(0, 8) === checksum(line.slice(9));
}

/** Keeps texts under keys. Once `put` or `remove` has returned, no crash takes it back. */
export class Store {
  disk;
  values = new Map();

  /** Finds what the last store on this disk has left. */
  constructor(disk) {
    this.disk = disk;
    this.recover();
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

  /** The good lines from the front. A damaged line is a torn tail only if nothing good comes after it. */
  recover() {
    const lines = String(this.disk.read('log') ?? '').split('\n');
    lines[lines.length - 1] = '';
    const firstBad = lines.findIndex((line) => !isGood(line));
    if (lines.slice(firstBad).some(isGood)) throw new Error('the log is damaged before its end');
    const good = lines.slice(0, firstBad);
    for (const line of good) this.apply(JSON.parse(line.slice(9)));
    this.disk.write('log', good.map((line) => `${line}\n`).join(''));
    this.disk.sync();
  }

  /** Written and synced first, believed afterwards. */
  log(change) {
    const text = JSON.stringify(change);
    this.disk.append('log', `${checksum(text)} ${text}\n`);
    this.disk.sync();
    this.apply(change);
  }

  apply([key, value]) {
    if (value === null) this.values.delete(key);
    else this.values.set(key, value);
  }
}
