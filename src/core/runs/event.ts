import type { GrowthReport } from '../model/growthReport.ts';
import type { StructureExcess } from '../model/measure.ts';
import type { FileCoverage } from './coverage.ts';
import type { Verdict } from '../model/verdict.ts';

/** A place in one of the learner's files, 1-based, `file` relative to the kata folder. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

export interface TestFailure {
  readonly message: string;
  /** Printed values of an assertion, when it compared two. */
  readonly expected?: string;
  readonly actual?: string;
  /** A longer account of what happened, a page in Markdown: what an error has to say in its `details`. */
  readonly details?: string;
  /** Frames in the kata folder, innermost first. */
  readonly stack: readonly SourcePlace[];
}

export interface TestResult {
  /** Full name: enclosing suites and the test, joined by ` > `. Stable within a kata's version. */
  readonly name: string;
  readonly stage: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly durationMs?: number;
  readonly failure?: TestFailure;
  /** Where the test is written, in the visible test file. */
  readonly place?: SourcePlace;
}

/** What a graded run found. `summary` is a sentence; `next` what to do now. */
export interface RunResult {
  readonly verdict: Verdict;
  readonly summary: string;
  readonly next: string;
  readonly tests: readonly TestResult[];
  /** The stage whose check decided the verdict; an earlier one than asked for means a regression. */
  readonly stage: string;
  readonly durationMs: number;
  /** Trouble in the learner's files that is not a test's: a syntax error, a missing file. */
  readonly places: readonly (SourcePlace & { readonly message: string })[];
  /** Visible test files that differ from the kata's own; the run used the kata's own. */
  readonly testsEdited?: readonly string[];
  /** Wrong versions that the learner's own tests accept, in words. */
  readonly survivors?: readonly { readonly id: string; readonly why: string }[];
  /** How the counted steps grow, where the stage asks for it. */
  readonly growth?: GrowthReport;
  /** Functions beyond the bound of a refactoring stage, worst first. */
  readonly excess?: readonly StructureExcess[];
}

/** What a run tells while it goes on; `finished` is always the last. */
export type RunEvent =
  | { readonly kind: 'test-started'; readonly name: string; readonly stage: string }
  | { readonly kind: 'test-finished'; readonly test: TestResult }
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'covered'; readonly coverage: FileCoverage }
  | { readonly kind: 'finished'; readonly result: RunResult };
