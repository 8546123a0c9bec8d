import type { Verdict } from '../model/verdict.ts';
import type { Evidence, ReviewRecorded } from '../model/event.ts';

/** The latest passing run of a stage: what exactly was proved, on which version. */
export interface StagePass {
  readonly at: string;
  readonly version: number;
  readonly tests: string;
  readonly solution: string;
  /** `h` of the attempt. */
  readonly attempt: string;
}

export interface StageProgress {
  attempts: number;
  lastVerdict?: Verdict;
  passed?: StagePass;
  firstPassedAt?: string;
  /** What the first pass had taken: attempts at the stage, that pass included, and the highest rung seen. */
  effort?: { readonly attempts: number; readonly hints: number };
}

/** A review by memory that is under way: what happened since the fresh scaffold. */
export interface Recall {
  readonly at: string;
  readonly language: string;
  attempts: number;
  hints: number;
  solutionRevealed?: boolean;
  /** Stages passed again. */
  readonly passed: string[];
}

/** What the log tells of one kata, in all languages; whether that makes it done, the catalog decides. */
export interface KataProgress {
  readonly kata: string;
  startedAt?: string;
  /** The language and folder it was last worked on in. */
  language?: string;
  folder?: string;
  attempts: number;
  lastVerdict?: Verdict;
  lastAt?: string;
  /** By language, then by stage. */
  readonly tracks: Map<string, Map<string, StageProgress>>;
  /** Stage → the highest rung shown. */
  readonly hints: Map<string, number>;
  solutionRevealedAt?: string;
  /** Ratings of reviews by memory, oldest first. */
  readonly ratings: { readonly at: string; readonly rating: number }[];
  muted: boolean;
  recall?: Recall;
}

/** What the learner said of an item: the last word counts. */
export interface Mark {
  readonly startedAt?: string;
  readonly word?: 'completed' | 'skipped';
  readonly at?: string;
  /** The note of a tick, the reason of a skip. */
  readonly text?: string;
}

export interface Proof {
  /** `h` of the `proof.added`. */
  readonly hash: string;
  readonly at: string;
  readonly evidence: Evidence;
  readonly note?: string;
}

export interface OutcomeProgress {
  readonly proofs: Proof[];
  readonly reviews: (ReviewRecorded & { readonly at: string })[];
  /** The latest request for a review. */
  request?: { readonly at: string; readonly request: string; readonly commit: string; readonly tree: string };
  /** A proof was given after the latest request: the work has changed since. */
  changedSince?: boolean;
  /** Claims to be closed, each by the proof it names. */
  readonly closes: { readonly at: string; readonly proof: string }[];
}

export interface Plan {
  readonly path: string;
  /** The date the path's weeks are counted from; absent while the path is not taken up. */
  starts?: string;
  /** The learner's own order, or none. */
  order: readonly string[];
}

/** Everything the live events say, before the catalog gives it meaning. Ids are present names. */
export interface Ledger {
  readonly katas: Map<string, KataProgress>;
  readonly marks: Map<string, Mark>;
  readonly outcomes: Map<string, OutcomeProgress>;
  /** Item → period → when. */
  readonly practice: Map<string, Map<string, string>>;
  readonly plans: Map<string, Plan>;
  readonly credentials: {
    readonly path: string;
    readonly credential: string;
    readonly digest: string;
    readonly at: string;
  }[];
  /** Events of a type or version this build does not know. */
  unknown: number;
}
