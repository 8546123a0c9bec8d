import { copy, print } from './plain.js';
import { Random } from './random.js';

/**
 * A disk that is as treacherous as a real one: what was written can be read at once, but survives a crash for certain
 * only after `sync`.
 */
export class Disk {
  synced = new Map();
  current = new Map();
  unsynced = [];
  /** How often `sync` was called. */
  syncs = 0;

  /** A copy of what stands under a name; undefined when nothing does. */
  read(name) {
    const value = this.current.get(name);
    return value === undefined ? undefined : copy(value);
  }

  /** Puts a whole value under a name. A torn write leaves the old value or the new one, never half of it. */
  write(name, value) {
    this.apply({ name, value: copy(value) });
  }

  /** Adds to the end of the text under a name. A torn append leaves any part of its beginning. */
  append(name, text) {
    this.apply({ name, appended: text });
  }

  /** Makes all that was written so far survive. */
  sync() {
    this.synced = new Map(this.current);
    this.unsynced = [];
    this.syncs++;
  }

  /** How much stands on it, in characters. */
  size() {
    return [...this.current].reduce((sum, [name, value]) => sum + name.length + print(value).length, 0);
  }

  /** What is left after a crash. */
  crash(fault, random = new Random(0)) {
    const survivors = fault === 'torn' ? torn(this.unsynced, random) : [];
    this.current = fault === 'lost' ? new Map() : new Map(this.synced);
    for (const change of survivors) this.apply(change);
    this.sync();
  }

  apply(change) {
    this.unsynced.push(change);
    if ('value' in change) this.current.set(change.name, change.value);
    else this.current.set(change.name, String(this.current.get(change.name) ?? '') + change.appended);
  }
}

/** The first so many changes, and the beginning of the next one if it is an append. */
function torn(changes, random) {
  const whole = random.below(changes.length + 1);
  const next = changes[whole];
  if (!next || !('appended' in next)) return changes.slice(0, whole);
  const part = next.appended.slice(0, random.below(next.appended.length + 1));
  return [...changes.slice(0, whole), { name: next.name, appended: part }];
}
