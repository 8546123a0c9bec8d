import type { FileCoverage } from './coverage.ts';
import type { SourcePlace, TestResult } from './event.ts';

/**
 * Trouble outside any one test. `compile`: the code cannot be loaded at all (syntax, a missing module or export).
 * `load`: it throws while it is being loaded. `stray`: it throws after the test that caused it was over.
 */
export interface Trouble {
  readonly kind: 'compile' | 'load' | 'stray';
  readonly message: string;
  readonly place?: SourcePlace;
}

/** How a process came to its end. Only `done` lets its test results count as complete. */
export type Ending =
  | { readonly how: 'done' }
  | { readonly how: 'exit'; readonly code: number | null; readonly signal: string | null }
  | { readonly how: 'time'; readonly limit: 'test' | 'total'; readonly ms: number }
  | { readonly how: 'memory'; readonly megabytes: number }
  | { readonly how: 'output'; readonly megabytes: number }
  | { readonly how: 'environment'; readonly summary: string; readonly next: string }
  | { readonly how: 'cancelled' };

/** What a toolchain sees of a run, in the order it happened; `ended` is the last. `judgeRun` makes the verdict of it. */
export type Observation =
  | { readonly kind: 'test-started'; readonly name: string; readonly stage: string }
  | { readonly kind: 'test-finished'; readonly test: TestResult }
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'measured'; readonly file: string; readonly counts: unknown }
  | { readonly kind: 'covered'; readonly coverage: FileCoverage }
  | { readonly kind: 'variant-started'; readonly index: number }
  | { readonly kind: 'variant-finished'; readonly index: number }
  | { readonly kind: 'ended'; readonly ending: Ending };
