import type { ReviewState } from './reviewState.ts';
import type { KataProgress, Mark, OutcomeProgress, Plan, Proof } from './ledger.ts';

/** `planned`: the catalog names the item, but there is nothing to do yet; it never counts. */
export type ItemState = 'not-started' | 'in-progress' | 'done' | 'skipped' | 'planned';

export interface ItemProgress {
  readonly item: string;
  readonly state: ItemState;
  /** When it got done, skipped or begun; ISO 8601. */
  readonly at?: string;
  /** The note of a tick, the reason of a skip. */
  readonly text?: string;
  /** A kata's stages in the language that got furthest. */
  readonly stages?: { readonly done: number; readonly total: number; readonly language?: string };
  /** Done, but on an earlier version of the kata than the one there is now. */
  readonly outdated?: boolean;
  /** Live proofs, oldest first. */
  readonly proofs: readonly Proof[];
  /** The proof that was claimed to close it, whether or not a review is still missing. */
  readonly claim?: Proof;
  /** Where the path asks for one. */
  readonly review?: ReviewState;
}

/** `closed-early`: closed while a step it comes after was still open. `planned`: nothing to do in it yet. */
export type StepState = 'open' | 'locked' | 'closed' | 'closed-early' | 'planned';

/** How far a group of items is. Skipped and planned items are in neither number. */
export interface Count {
  readonly done: number;
  readonly total: number;
}

export interface StepProgress extends Count {
  readonly step: string;
  readonly state: StepState;
  /** Steps that must be closed before this one opens. */
  readonly waitsFor: readonly string[];
  /** The proof on the step itself that closed it, if that did. */
  readonly closedBy?: Proof;
  /** Where the path asks for one. */
  readonly review?: ReviewState;
}

/** The count is over required steps; electives never hold a path back. */
export interface PathProgress extends Count {
  readonly path: string;
  readonly plan?: Plan;
  /** Taken up, or touched anywhere. */
  readonly started: boolean;
  /** Every required step is closed. */
  readonly complete: boolean;
  readonly steps: readonly StepProgress[];
}

/** Progress under an id the catalog no longer has. Shown, never dropped. */
export interface Orphan {
  readonly kind: 'item' | 'kata' | 'path';
  readonly id: string;
  /** What it was worth: `done` where the log says so without the catalog. */
  readonly words: string;
}

/** What the log means for a catalog. A value: the same events and catalog give the same state, in whatever order read. */
export interface ProgressState {
  /** By item id; an item that stands in several paths is one. */
  readonly items: ReadonlyMap<string, ItemProgress>;
  readonly paths: ReadonlyMap<string, PathProgress>;
  /** By kata id; only katas the learner has touched. */
  readonly katas: ReadonlyMap<string, KataProgress>;
  /** By outcome id, which is a step's or an item's. */
  readonly outcomes: ReadonlyMap<string, OutcomeProgress>;
  /** Item → period → when it was done. */
  readonly practice: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly credentials: readonly {
    readonly path: string;
    readonly credential: string;
    readonly digest: string;
    readonly at: string;
  }[];
  readonly orphans: readonly Orphan[];
  /** Events that count, and those of them a later build wrote. */
  readonly counted: number;
  readonly unknown: number;
}
