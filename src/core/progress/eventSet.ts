import type { Catalog } from '../model/catalog.ts';
import { splitByOwner, type EventsByOwner } from './devices.ts';
import type { ProgressEvent } from '../model/event.ts';
import { extendState, isExtension } from './extend.ts';
import { fold } from './fold.ts';
import { sortEvents } from './live.ts';
import { Signal } from './signal.ts';
import type { ProgressState } from './state.ts';

/**
 * The grow-only set of events a store has read, and the fold over it, made when first asked for after a change.
 * Everything that reads or writes files stands around this and knows nothing of what events mean.
 */
export class EventSet {
  readonly changed = new Signal();
  private readonly byHash = new Map<string, ProgressEvent>();
  private parted: { own: ProgressEvent[]; foreign: EventsByOwner['foreign'] } | undefined;
  private folded: ProgressState | undefined;
  private checkpoint: ProgressState | undefined;

  constructor(
    private readonly catalog: Catalog,
    /** The ids of this computer. */
    private readonly roots: Set<string>,
  ) {}

  /** Whether a device is this computer itself, not one it adopted. */
  isRoot(device: string): boolean {
    return this.roots.has(device);
  }

  addRoot(device: string): void {
    this.forgetIf(this.roots.size < this.roots.add(device).size);
  }

  /** Shows what the set came to the last time, until it is read again. */
  showCheckpoint(state: ProgressState | undefined): void {
    this.checkpoint = state;
  }

  /** Adds what is new; says whether anything was. */
  add(events: readonly ProgressEvent[]): boolean {
    const fresh: ProgressEvent[] = [];
    for (const event of events) {
      if (this.byHash.has(event.h)) continue;
      this.byHash.set(event.h, event);
      fresh.push(event);
      if (this.follows(event)) this.parted!.own.push(event);
      else this.forgetIf(true);
    }
    if (this.folded && fresh.length > 0) {
      this.folded = fresh.every(isExtension) ? extendState(this.folded, fresh, this.catalog) : undefined;
    }
    return fresh.length > 0;
  }

  /** Takes out what turned out not to be genuine. */
  remove(hashes: readonly string[]): boolean {
    return this.forgetIf(hashes.map((hash) => this.byHash.delete(hash)).includes(true));
  }

  /** By `h`, the learner's and everyone else's. */
  get all(): ReadonlyMap<string, ProgressEvent> {
    return this.byHash;
  }

  get own(): readonly ProgressEvent[] {
    return this.byOwner.own;
  }

  get foreign(): EventsByOwner['foreign'] {
    return this.byOwner.foreign;
  }

  get state(): ProgressState {
    if (this.checkpoint) return this.checkpoint;
    return (this.folded ??= fold(this.own, this.catalog));
  }

  /** The youngest of the learner's own ids: what a new event must come after. A stranger's id never counts. */
  get lastId(): string | undefined {
    return this.own.at(-1)?.id;
  }

  private get byOwner(): { own: ProgressEvent[]; foreign: EventsByOwner['foreign'] } {
    if (!this.parted) {
      const { own, foreign } = splitByOwner(sortEvents([...this.byHash.values()]), this.roots);
      this.parted = { own: [...own], foreign };
    }
    return this.parted;
  }

  /** The usual case, an event of this computer after all others, needs no new sorting. */
  private follows({ dev, id, type }: ProgressEvent): boolean {
    const last = this.parted?.own.at(-1);
    return last !== undefined && this.roots.has(dev) && id > last.id && !type.startsWith('device.');
  }

  private forgetIf(changed: boolean): boolean {
    if (changed) this.parted = this.folded = undefined;
    return changed;
  }
}
