import type { Verdict } from '../runs/verdict.ts';
import type { Evidence, ProgressEvent, ReviewRecorded } from './event.ts';
import { handlers } from './handlers.ts';
import { migrate } from './migrate.ts';
import type { Names } from './names.ts';

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

/** `live` in order, as `liveEvents` gives them. */
export function buildLedger(live: readonly ProgressEvent[], names: Names): Ledger {
  const ledger: Ledger = {
    katas: new Map(),
    marks: new Map(),
    outcomes: new Map(),
    practice: new Map(),
    plans: new Map(),
    credentials: [],
    unknown: 0,
  };
  for (const event of live) {
    enterEvent(ledger, event, names);
  }
  return ledger;
}

/** What this build cannot make sense of is counted: a later type or version, or a spoilt line that was read on trust. */
export function enterEvent(ledger: Ledger, event: ProgressEvent, names: Names): void {
  const known = migrate(event);
  const handler = known && handlers.get(known.type);
  try {
    if (handler) handler(ledger, known, names);
    else ledger.unknown++;
  } catch {
    ledger.unknown++;
  }
}
