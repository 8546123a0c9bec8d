/**
 * Random numbers that are the same on every machine and in every language: a counter, mixed until no pattern is left.
 * All arithmetic is on 32-bit integers.
 */
export class Random {
  state;

  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** An integer from 0 to 4294967295. */
  next() {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    return mix(this.state);
  }

  /** An integer from 0 to `count` - 1; `count` is at most 2097152. */
  below(count) {
    return Math.floor((this.next() * count) / 0x1_0000_0000);
  }

  /** An integer from `low` to `high`, both included. */
  between(low, high) {
    return low + this.below(high - low + 1);
  }

  /** True with this probability, 0 to 1. */
  chance(probability) {
    return this.next() < probability * 0x1_0000_0000;
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  /** The items in a new array and a random order. */
  shuffle(items) {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
    }
    return shuffled;
  }
}

/** A seed of its own for everything that has a name: what one part draws never moves what another part draws. */
export function seedFor(seed, ...names) {
  let hash = mix((seed ^ 0x5bd1e995) >>> 0);
  for (const name of names) {
    for (const character of `${name}/`) hash = mix((hash ^ character.codePointAt(0)) >>> 0);
  }
  return hash;
}

function mix(value) {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
