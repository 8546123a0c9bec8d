import type { TestResult } from './event.ts';
import type { Ending, Trouble } from './observation.ts';
import type { TestPart } from './runner.ts';

/** Everything a run showed, sorted out. */
export interface Evidence {
  readonly parts: readonly TestPart[];
  readonly tests: readonly TestResult[];
  /** The test that had started and not finished when the process ended. */
  readonly running?: { readonly name: string; readonly stage: string };
  readonly troubles: readonly Trouble[];
  /** Expected tests that did not report at all, or were skipped. */
  readonly missing: readonly { readonly name: string; readonly stage: string }[];
  readonly ending: Ending;
}
