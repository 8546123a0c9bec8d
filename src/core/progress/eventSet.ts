import type { Catalog } from '../model/catalog.ts';
import { splitByOwner, type EventsByOwner } from './devices.ts';
import type { ProgressEvent } from '../model/event.ts';
import { extendState, isExtension } from './extend.ts';
import { fold } from './fold.ts';
import { isNext, sortEvents } from './order.ts';
import { provenanceOf, type Provenance } from './provenance.ts';
import type { IsSigned, LogSignature } from './signature.ts';
import { Signal } from './signal.ts';
import type { ProgressState } from './state.ts';

/** What was read in one place. */
export interface Reading {
  readonly events: readonly ProgressEvent[];
  readonly signatures: readonly LogSignature[];
}

/** What the learner's log came to, without the log. */
export interface Summary {
  readonly state: ProgressState;
  /** The last of the events it was made of, in their order. */
  readonly last: LastEvent;
}

export type LastEvent = Pick<ProgressEvent, 'id' | 'h' | 'after'>;

/**
 * The grow-only set of events a store has read, and the fold over it, made when first asked for after a change.
 * Everything that reads or writes files stands around this and knows nothing of what events mean.
 */
export class EventSet {
  readonly changed = new Signal();
  private readonly byHash = new Map<string, ProgressEvent>();
  /** Those that were found elsewhere than in this computer's own log: they have to prove whose they are. */
  private readonly outside = new Set<string>();
  /** Whether any event stands elsewhere than its id says. */
  private isEntangled = false;
  private readonly signatures = new Map<string, LogSignature>();
  private parted: (EventsByOwner & { own: ProgressEvent[] }) | undefined;
  private folded: ProgressState | undefined;
  private shown: ProgressState | undefined;
  private summary: Summary | undefined;

  constructor(
    private readonly catalog: Catalog,
    /** The ids of this computer, each with its key. */
    private readonly roots: Map<string, string>,
    private readonly isSigned: IsSigned,
  ) {}

  /** Whether a device is this computer itself, not one it adopted. */
  isRoot(device: string): boolean {
    return this.roots.has(device);
  }

  addRoot(device: string, key: string): void {
    this.forgetIf(this.roots.get(device) !== key);
    this.roots.set(device, key);
  }

  /** Shows what the set came to the last time, until it is read again. */
  showCheckpoint(state: ProgressState | undefined): void {
    this.shown = state;
  }

  /** Stands for everything up to `last`, which is not read; until it is, only what simply comes next can be added. */
  summarise(summary: Summary | undefined): void {
    this.summary = summary;
  }

  /** Whether the events themselves are there, not merely what they come to. */
  get isWhole(): boolean {
    return this.summary === undefined;
  }

  /** Adds what this computer's own log holds: nobody else writes there. Says whether anything was new. */
  addOwn(events: readonly ProgressEvent[]): boolean {
    const fresh = events.filter(({ h }) => !this.inLog.has(h));
    this.isEntangled ||= fresh.some(({ after }) => after !== undefined);
    for (const event of fresh) {
      const isNew = !this.byHash.has(event.h);
      this.outside.delete(event.h);
      this.byHash.set(event.h, event);
      if (isNew && this.follows(event)) this.parted!.own.push(event);
      else this.forgetIf(true);
    }
    if (this.folded && fresh.length > 0) {
      this.folded = fresh.every(isExtension) ? extendState(this.folded, fresh, this.catalog) : undefined;
    }
    if (this.summary && fresh.length > 0) {
      this.summary = { state: extendState(this.summary.state, fresh, this.catalog), last: fresh.at(-1)! };
    }
    return fresh.length > 0;
  }

  /** Adds what lies anywhere else, and counts only as far as it is proved. */
  addOutside({ events, signatures }: Reading): boolean {
    const fresh = events.filter(({ h }) => !this.byHash.has(h));
    this.isEntangled ||= fresh.some(({ after }) => after !== undefined);
    for (const event of fresh) {
      this.byHash.set(event.h, event);
      this.outside.add(event.h);
    }
    // What names only entries of this computer's log has nothing to say.
    const telling = signatures.filter(
      ({ hashes, signature }) => !this.signatures.has(signature) && !hashes.every((hash) => this.inLog.has(hash)),
    );
    for (const each of telling) this.signatures.set(each.signature, each);
    return this.forgetIf(fresh.length > 0 || telling.length > 0);
  }

  /** Takes out what turned out not to be genuine. */
  remove(hashes: readonly string[]): boolean {
    for (const hash of hashes) this.outside.delete(hash);
    return this.forgetIf(hashes.map((hash) => this.byHash.delete(hash)).includes(true));
  }

  /** By `h`, the learner's and everyone else's. */
  get all(): ReadonlyMap<string, ProgressEvent> {
    return this.byHash;
  }

  /** Those that this computer's own log was seen to hold. */
  readonly inLog = {
    has: (hash: string) => this.byHash.has(hash) && !this.outside.has(hash),
    isEmpty: () => this.byHash.size === this.outside.size,
  };

  get own(): readonly ProgressEvent[] {
    if (this.summary) throw new Error('Only what the log comes to was read: await refresh() to have its events.');
    return this.byOwner.own;
  }

  get foreign(): EventsByOwner['foreign'] {
    return this.summary ? [] : this.byOwner.foreign;
  }

  provenanceOf(event: ProgressEvent): Provenance {
    return provenanceOf(event, this.byOwner.trust);
  }

  /** The keys that may sign for a device of the learner's. */
  keysOf(device: string): readonly string[] {
    return [...(this.byOwner.trust.devices.get(device) ?? [])];
  }

  get state(): ProgressState {
    if (this.summary) return this.summary.state;
    return this.shown ?? (this.folded ??= fold(this.own, this.catalog));
  }

  /** The last of the learner's own: what a new event must come after. A stranger's never counts. */
  get last(): LastEvent | undefined {
    return this.summary ? this.summary.last : this.own.at(-1);
  }

  private get byOwner(): EventsByOwner & { own: ProgressEvent[] } {
    if (!this.parted) {
      const parted = splitByOwner(sortEvents([...this.byHash.values()]), {
        roots: this.roots,
        isInLog: this.inLog.has,
        signatures: [...this.signatures.values()],
        isSigned: this.isSigned,
      });
      this.parted = { ...parted, own: [...parted.own] };
    }
    return this.parted;
  }

  /** The usual case, an event of this computer after all others, needs no new sorting. */
  private follows(event: ProgressEvent): boolean {
    const last = this.isEntangled ? undefined : this.parted?.own.at(-1);
    return last !== undefined && this.roots.has(event.dev) && isNext(event, last) && !event.type.startsWith('device.');
  }

  private forgetIf(changed: boolean): boolean {
    if (changed) this.parted = this.folded = undefined;
    return changed;
  }
}
