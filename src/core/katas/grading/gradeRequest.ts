import type { Kata, Language } from '../../model/kata.ts';
import type { Folder } from '../../ports.ts';
import type { TestRunner } from '../../runs/runner.ts';

/** One stage of one learner's folder, to be graded. */
export interface GradeRequest {
  readonly kata: Kata;
  readonly language: Language;
  readonly stage: string;
  /** The kata folder the learner works in; only the files that the track names are read for the run. */
  readonly learner: Folder;
  /** The kata's own folder, with the pristine tests. */
  readonly content: Folder;
  readonly runner: TestRunner;
  readonly signal?: AbortSignal;
  /** Also tell which statements of the learner's code ran; not where the learner's tests are graded. */
  readonly coverage?: boolean;
}
