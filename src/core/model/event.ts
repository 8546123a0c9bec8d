import type { Verdict } from './verdict.ts';

/** The version this build writes. Older ones are migrated on read (`migrate.ts`), newer ones are kept untouched. */
export const EVENT_VERSION = 1;

/** What every event carries beside its body. One event is one line of a log, at most `MAX_LINE_BYTES` long. */
export interface EventHeader {
  readonly v: number;
  /** UUID version 7. Ids of one learner's devices only ever grow, even when a clock is set back: see `seal.ts`. */
  readonly id: string;
  /** The device that wrote it: 16 hex digits. */
  readonly dev: string;
  /** The window's own log on that device, and the line number in it. */
  readonly slot: number;
  readonly seq: number;
  /** The wall clock, ISO 8601 in UTC; for people, never for order. */
  readonly at: string;
  /** `h` of the line before in the same log; `GENESIS` for the first. */
  readonly prev: string;
  /** `h` of an event that lay far in the future when this one was written; this one comes after it all the same. */
  readonly after?: string;
  /** SHA-256, in hex, of the RFC 8785 canonical JSON of the event without `h`. What other events point to. */
  readonly h: string;
}

export interface KataStarted {
  readonly type: 'kata.started';
  readonly kata: string;
  readonly version: number;
  readonly language: string;
  /** Where the kata's folder stood then, relative to the workspace folder. */
  readonly folder?: string;
}

/** One graded run. `tests` and `solution` are digests of the pristine tests and of the learner's files. */
export interface AttemptRecorded {
  readonly type: 'attempt.recorded';
  readonly kata: string;
  readonly version: number;
  readonly language: string;
  /** The stage the run was asked to grade. */
  readonly stage: string;
  readonly verdict: Verdict;
  /** Every stage this run proved, earlier ones included. Empty unless something passed. */
  readonly passed: readonly string[];
  readonly durationMs: number;
  readonly tests: string;
  readonly solution: string;
  /** Digest under which the learner's files were kept. */
  readonly snapshot?: string;
  /** True when this run repeats a solved kata from memory. */
  readonly recall?: boolean;
}

export interface HintRevealed {
  readonly type: 'hint.revealed';
  readonly kata: string;
  readonly stage: string;
  /** 1 is the first nudge. */
  readonly rung: number;
}

export interface SolutionRevealed {
  readonly type: 'solution.revealed';
  readonly kata: string;
  readonly stage: string;
  readonly language: string;
}

/** A tick. Counts for checklists, readings and other things a person vouches for; never for a kata. */
export interface ItemCompleted {
  readonly type: 'item.completed';
  readonly item: string;
  readonly note?: string;
}

export interface ItemStarted {
  readonly type: 'item.started';
  readonly item: string;
}

/** Takes back a tick or a skip. */
export interface ItemReopened {
  readonly type: 'item.reopened';
  readonly item: string;
}

export interface ItemSkipped {
  readonly type: 'item.skipped';
  readonly item: string;
  readonly reason: string;
}

/** What proves an outcome. Files are relative to the repository; digests are SHA-256 in hex. */
export type Evidence =
  | { readonly kind: 'commit'; readonly commit: string; readonly tree?: string; readonly repository?: string }
  | { readonly kind: 'file'; readonly file: string; readonly digest: string }
  | { readonly kind: 'document'; readonly file: string; readonly digest: string; readonly profile: string }
  | { readonly kind: 'artifact'; readonly file: string; readonly digest: string; readonly schema: string }
  | {
      readonly kind: 'report';
      readonly file: string;
      readonly digest: string;
      /** Tests in it, where it is a report that could be counted. */
      readonly passed?: number;
      readonly total?: number;
    }
  | {
      readonly kind: 'pull-request';
      readonly url: string;
      /** The merge as it was found in a clone on this computer. */
      readonly commit?: string;
      readonly repository?: string;
      /** The repository's stars, as the learner states them: nobody checked. */
      readonly stars?: number;
    }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'note'; readonly text: string };

/** `outcome` is the id of a step or of an item. */
export interface ProofAdded {
  readonly type: 'proof.added';
  readonly outcome: string;
  readonly evidence: Evidence;
  readonly note?: string;
}

/** Counts only while `proof` (the `h` of a `proof.added` for the same outcome) is live. */
export interface OutcomeClosed {
  readonly type: 'outcome.closed';
  readonly outcome: string;
  readonly proof: string;
}

export interface ReviewRequested {
  readonly type: 'review.requested';
  readonly outcome: string;
  /** Digest of the request file. */
  readonly request: string;
  readonly commit: string;
  readonly tree: string;
}

/** What a check of review files found. `signed` is a verified signature; `github` is attested by GitHub, a weaker class. */
export interface ReviewRecorded {
  readonly type: 'review.recorded';
  readonly outcome: string;
  readonly request: string;
  readonly reviewer: string;
  readonly attestation: 'signed' | 'github';
  readonly verdict: 'approve' | 'changes-requested' | 'comment';
  /** BLOCKING remarks of this reviewer that are still open. */
  readonly blocking: number;
  /** The commit and tree the reviewer looked at, where the review says. */
  readonly commit?: string;
  readonly tree?: string;
  /** Digest of the review file: one file is recorded once. */
  readonly file?: string;
  /** Fingerprint of the key that signed it. */
  readonly key?: string;
  readonly url?: string;
}

/** A solved kata came back: its folder holds the starter again, and what was there is hidden until it passes. */
export interface RecallStarted {
  readonly type: 'recall.started';
  readonly kata: string;
  readonly language: string;
  readonly folder?: string;
}

/** A solved kata came back and was rated: 1 again, 2 hard, 3 good, 4 easy. */
export interface RecallRated {
  readonly type: 'recall.rated';
  readonly kata: string;
  readonly rating: number;
}

/** Takes a kata out of the reviews by memory, or back in. */
export interface RecallMuted {
  readonly type: 'recall.muted';
  readonly kata: string;
  readonly muted: boolean;
}

/** A recurring practice was done. `period` names the day, week, month or quarter: `2026-11-20`, `2026-W47`, `2026-11`, `2026-Q4`. */
export interface PracticeDone {
  readonly type: 'practice.done';
  readonly item: string;
  readonly period: string;
  readonly note?: string;
}

/** The learner takes up a path; `starts` is the date its weeks are counted from. */
export interface PlanStarted {
  readonly type: 'plan.started';
  readonly path: string;
  readonly starts: string;
}

export interface PlanStopped {
  readonly type: 'plan.stopped';
  readonly path: string;
}

/** The learner's own order: these items first, in this order. Empty gives the path's order back. */
export interface PlanOrdered {
  readonly type: 'plan.ordered';
  readonly path: string;
  readonly items: readonly string[];
}

/** Takes back other events, by their `h`. Naming a revoke takes that back: undo, and redo. */
export interface Revoke {
  readonly type: 'revoke';
  readonly hashes: readonly string[];
  readonly reason?: string;
}

/** "The events of that device are mine too." */
export interface DeviceAdopted {
  readonly type: 'device.adopted';
  readonly device: string;
  /** The key its entries are signed with: from now on they count by that key alone. Absent in what 0.1.0 wrote. */
  readonly key?: string;
  readonly name?: string;
}

export interface DeviceReleased {
  readonly type: 'device.released';
  readonly device: string;
}

export interface CredentialIssued {
  readonly type: 'credential.issued';
  readonly path: string;
  readonly credential: string;
  readonly digest: string;
}

/** What a caller appends; the store adds the header. */
export type NewEvent =
  | KataStarted
  | AttemptRecorded
  | HintRevealed
  | SolutionRevealed
  | ItemStarted
  | ItemCompleted
  | ItemReopened
  | ItemSkipped
  | ProofAdded
  | OutcomeClosed
  | ReviewRequested
  | ReviewRecorded
  | RecallStarted
  | RecallRated
  | RecallMuted
  | PracticeDone
  | PlanStarted
  | PlanStopped
  | PlanOrdered
  | Revoke
  | DeviceAdopted
  | DeviceReleased
  | CredentialIssued;

export type EventType = NewEvent['type'];

/** An event this build understands. */
export type KnownEvent = NewEvent & EventHeader;

/** Any line of a log: a type or version of a later build is kept, counted and passed on, though it means nothing here. */
export type ProgressEvent = EventHeader & { readonly type: string };
