import { LsmTree } from '../lsm-tree.js';

/** A storage in memory that counts what is read, and can fail at its next changes. */
export class Shelf {
  runs = new Map();
  reads = 0;
  /** So many writes and removals go well from now on. */
  left = Infinity;

  write(name, blocks) {
    this.use();
    if (this.runs.has(name)) throw new Error(`the run "${name}" is there already`);
    this.runs.set(
      name,
      blocks.map((block) => JSON.stringify(block)),
    );
  }

  read(name, block) {
    this.reads += 1;
    return JSON.parse(this.runs.get(name)[block]);
  }

  count(name) {
    return this.runs.get(name).length;
  }

  remove(name) {
    this.use();
    this.runs.delete(name);
  }

  names() {
    return [...this.runs.keys()].sort();
  }

  use() {
    if (this.left <= 0) throw new Error('the power is out');
    this.left -= 1;
  }
}

export function hash(text, seed) {
  let mixed = Math.imul(seed + 1, 0x9e3779b1);
  for (let place = 0; place < text.length; place += 1) mixed = Math.imul(mixed ^ text.charCodeAt(place), 16777619);
  for (const shift of [16, 13]) mixed = Math.imul(mixed ^ (mixed >>> shift), 0x85ebca6b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export function open(shelf, options = {}) {
  return new LsmTree(shelf, { memtable: 4, blockSize: 2, maxRuns: 1000, hash, ...options });
}

/** Plays "put a 1", "remove a", "flush" and "compact". */
export function play(tree, ...steps) {
  for (const step of steps) {
    const [verb, key, value] = step.split(' ');
    if (verb === 'put') tree.put(key, value);
    else if (verb === 'remove') tree.remove(key);
    else if (verb === 'flush') tree.flush();
    else tree.compact();
  }
}

/** Everything in a tree, as "a 1, b 2". */
export function show(tree) {
  return tree
    .scan('', '~')
    .map((entry) => entry.join(' '))
    .join(', ');
}

/** A stream of numbers in [0, 1) that is the same on every run. */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
