import type { Verdict } from '../../model/verdict.ts';
import type { Language } from '../../model/kata.ts';

/** Why files were kept without a run: something was about to write over them. */
export type SnapshotReason = 'reset' | 'restore-tests' | 'update' | 'undo' | 'baby-steps';

/** What an attempt is about, known before it is stored. */
interface AttemptSubject {
  readonly kata: string;
  readonly version: number;
  readonly language: Language;
  /** The kata folder's `instance`. */
  readonly instance: string;
  readonly stage: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface GradedRun extends AttemptSubject {
  readonly kind: 'graded';
  readonly verdict: Verdict;
  readonly summary: string;
  readonly durationMs: number;
  readonly tests: { readonly passed: number; readonly total: number };
  /** Hash of the pristine tests that graded it. */
  readonly testsHash: string;
}

export interface Snapshot extends AttemptSubject {
  readonly kind: 'snapshot';
  readonly reason: SnapshotReason;
}

/** One graded run, or one safety copy, with the learner's files as they were. */
export type Attempt = (GradedRun | Snapshot) & {
  readonly id: string;
  /** Hash of the files together: two attempts with the same one are the same answer. */
  readonly solutionHash: string;
  /** Where each file's text is kept; absent once the store dropped the texts to stay small. */
  readonly files?: Readonly<Record<string, { readonly hash: string; readonly size: number }>>;
};

export function isPass(attempt: Attempt): boolean {
  return attempt.kind === 'graded' && attempt.verdict === 'passed';
}
