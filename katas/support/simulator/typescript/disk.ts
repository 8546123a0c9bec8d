import { copy, print, type Plain } from './plain.ts';
import { Random } from './random.ts';

/** What a crash does to a disk: keeps what was synced; keeps that and a torn part of the rest; loses everything. */
export type DiskFault = 'kept' | 'torn' | 'lost';

type Change = { readonly name: string; readonly value: Plain } | { readonly name: string; readonly appended: string };

/**
 * A disk that is as treacherous as a real one: what was written can be read at once, but survives a crash for certain
 * only after `sync`.
 */
export class Disk {
  private synced = new Map<string, Plain>();
  private current = new Map<string, Plain>();
  private unsynced: Change[] = [];
  /** How often `sync` was called. */
  syncs = 0;

  /** A copy of what stands under a name; undefined when nothing does. */
  read(name: string): Plain | undefined {
    const value = this.current.get(name);
    return value === undefined ? undefined : copy(value);
  }

  /** Puts a whole value under a name. A torn write leaves the old value or the new one, never half of it. */
  write(name: string, value: Plain): void {
    this.apply({ name, value: copy(value) });
  }

  /** Adds to the end of the text under a name. A torn append leaves any part of its beginning. */
  append(name: string, text: string): void {
    this.apply({ name, appended: text });
  }

  /** Makes all that was written so far survive. */
  sync(): void {
    this.synced = new Map(this.current);
    this.unsynced = [];
    this.syncs++;
  }

  /** How much stands on it, in characters. */
  size(): number {
    return [...this.current].reduce((sum, [name, value]) => sum + name.length + print(value).length, 0);
  }

  /** What is left after a crash. */
  crash(fault: DiskFault, random: Random = new Random(0)): void {
    const survivors = fault === 'torn' ? torn(this.unsynced, random) : [];
    this.current = fault === 'lost' ? new Map() : new Map(this.synced);
    for (const change of survivors) this.apply(change);
    this.sync();
  }

  private apply(change: Change): void {
    this.unsynced.push(change);
    if ('value' in change) this.current.set(change.name, change.value);
    else this.current.set(change.name, String(this.current.get(change.name) ?? '') + change.appended);
  }
}

/** The first so many changes, and the beginning of the next one if it is an append. */
function torn(changes: readonly Change[], random: Random): readonly Change[] {
  const whole = random.below(changes.length + 1);
  const next = changes[whole];
  if (!next || !('appended' in next)) return changes.slice(0, whole);
  const part = next.appended.slice(0, random.below(next.appended.length + 1));
  return [...changes.slice(0, whole), { name: next.name, appended: part }];
}
