import type { Language, Limits } from '../model/kata.ts';
import type { RunEvent, TestResult } from './event.ts';
import type { Verdict } from '../model/verdict.ts';

/** Texts by name, relative to the kata's folder; TypeScript as the learner wrote it. */
export type Files = Readonly<Record<string, string>>;

/** One test file of a run. */
export interface TestPart {
  readonly stage: string;
  /** Its name among the files: `tests/pairs.test.ts`. */
  readonly file: string;
  /** Every test that must report a pass. Absent for tests a learner wrote: then one passing test is enough. */
  readonly expected?: readonly string[];
}

export interface TestJob {
  readonly language: Language;
  readonly files: Files;
  /** Run in this order, in one process. */
  readonly tests: readonly TestPart[];
  readonly limits?: Partial<Limits>;
  /** Runs the tests of each suite in an order drawn from this seed; absent, as they are written. */
  readonly shuffle?: number;
  /** Files whose statements are counted while they run; told as `covered` before the run is finished. */
  readonly coverage?: readonly string[];
}

/** A version: the job's files with its own laid over them. */
export interface Variant {
  readonly id: string;
  readonly files: Files;
  /** Full names of the tests it is run against; absent, all. A language without a harness runs all. */
  readonly only?: readonly string[];
}

/** Many versions of the same code, each against the same tests. */
export interface VariantsJob {
  readonly language: Language;
  readonly files: Files;
  readonly tests: readonly string[];
  readonly variants: readonly Variant[];
  readonly limits?: Partial<Limits>;
  /** Stops each variant at its first failing test. */
  readonly bail?: boolean;
}

export interface VariantResult {
  readonly id: string;
  readonly verdict: Verdict;
  readonly summary: string;
  readonly tests: readonly TestResult[];
  readonly durationMs: number;
}

/** One function of one module, with a JSON value in and out. */
export interface CallJob {
  readonly language: Language;
  readonly files: Files;
  /** A name among the files, or `katapath:<file>` for one that stands beside the product's own bundles. */
  readonly module: string;
  readonly function: string;
  readonly argument: unknown;
  readonly limits?: Partial<Limits>;
}

export type CallResult =
  | { readonly verdict: 'passed'; readonly value: unknown }
  | { readonly verdict: Exclude<Verdict, 'passed'>; readonly summary: string; readonly next: string };

/**
 * Runs learners' code in processes of its own. Trouble in that code is a verdict, never an exception; a run whose
 * signal is aborted ends as `cancelled`.
 */
export interface TestRunner {
  /** `finished` is always the last event. */
  run(job: TestJob, signal?: AbortSignal): AsyncIterable<RunEvent>;
  /** Every variant starts from fresh modules; one that hangs or crashes does not touch the others. */
  runVariants(job: VariantsJob, signal?: AbortSignal): AsyncIterable<VariantResult>;
  call(job: CallJob, signal?: AbortSignal): Promise<CallResult>;
}

/** What holds where a kata does not say otherwise. */
export const defaultLimits: Limits = { testMs: 4000, totalMs: 20_000, memoryMb: 256 };
