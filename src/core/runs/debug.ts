import type { Language } from '../model/kata.ts';
import type { RunEvent } from './event.ts';
import type { Files, TestPart } from './runner.ts';

/** Tests to look into with a debugger. Nothing limits such a run, and it grades nothing. */
export interface DebugJob {
  readonly language: Language;
  /** The learner's folder, absolute: breakpoints are set in its files. */
  readonly root: string;
  /** As they stand in that folder. */
  readonly files: Files;
  readonly tests: readonly TestPart[];
  /** Full names of the tests to run; absent, all. */
  readonly only?: readonly string[];
}

/** What a debugger has to start, and what it gave once the program is over. */
export interface DebugLaunch {
  readonly program: string;
  /** Arguments of the program, before the script. */
  readonly args: readonly string[];
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  /** The tests that ran; `finished` only when the run came to its own end. */
  readEvents(): AsyncIterable<RunEvent>;
  dispose(): Promise<void>;
}
