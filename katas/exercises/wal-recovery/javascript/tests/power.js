import { Disk, Random } from '../simulator/index.js';

/** A disk that loses its power before the change with this number, and keeps note of what was written where. */
export class FragileDisk {
  disk = new Disk();
  names = new Set();
  changes = 0;
  left = Infinity;

  read(name) {
    return this.disk.read(name);
  }

  write(name, text) {
    this.use();
    this.names.add(name);
    this.disk.write(name, text);
  }

  append(name, text) {
    this.use();
    this.names.add(name);
    this.disk.append(name, text);
  }

  sync() {
    this.use();
    this.disk.sync();
  }

  /** From now on so many changes (writes, appends, syncs) go well, and then none. */
  failAfter(changes) {
    this.left = changes;
  }

  /** Power is back; what had not been synced is gone, or torn. */
  restart(fault, seed = 0) {
    this.left = Infinity;
    this.disk.crash(fault, new Random(seed));
  }

  /** How many letters stand on it. */
  get size() {
    return [...this.names].reduce((sum, name) => sum + String(this.disk.read(name) ?? '').length, 0);
  }

  use() {
    if (this.left <= 0) throw new Error('the power is out');
    this.left -= 1;
    this.changes += 1;
  }
}

export function change(store, [key, value]) {
  if (value === null) store.remove(key);
  else store.put(key, value);
}

/** What a store holds, as one text. */
export function show(store) {
  return JSON.stringify(store.keys().map((key) => [key, store.get(key)]));
}

/** What a store should hold after these changes, as one text. */
export function expected(changes) {
  const values = new Map();
  for (const [key, value] of changes)
    if (value === null) values.delete(key);
    else values.set(key, value);
  return JSON.stringify([...values].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** A life with new keys, changed ones and removed ones. */
export const life = [
  ['apple', 'red'],
  ['pear', 'green'],
  ['apple', 'golden'],
  ['plum', ''],
  ['pear', null],
  ['fig', 'purple, and rather soft'],
  ['apple', null],
  ['pear', 'yellow'],
];
