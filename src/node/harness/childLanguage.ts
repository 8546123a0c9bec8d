import type { Language, Limits } from '../../core/model/kata.ts';
import type { StatementCount } from '../../core/runs/coverage.ts';
import type { Trouble } from '../../core/runs/observation.ts';
import type { Files } from '../../core/runs/runner.ts';
import type { Command } from '../processes/running.ts';
import type { FoundProgram, WantedProgram } from '../programs/program.ts';

/** What differs between the languages that are run by a harness of our own, in a child that waits for one job. */
export interface ChildLanguage {
  readonly language: Language;
  readonly program: WantedProgram;
  command(program: FoundProgram, limits: Limits, dist: string): Command;
  /** Megabytes that the process may hold in all; absent where the child itself sees to that. */
  residentMb?(limits: Limits): number;
  /** The files as the child loads them. Throws a `CompileTrouble` when they cannot be turned into that. */
  prepare(files: Files): Files;
  /** The same for a debugger, which must find the learner's lines in `root`. */
  prepareDebug(files: Files, root: string): Files;
  /** Reads what the child counted in one file; `text` is what it loaded. */
  countStatements(counts: unknown, text: string): readonly StatementCount[];
  /** Finds the place that belongs to a trouble, and better words, where the child could not. */
  explain(trouble: Trouble, files: Files): Trouble;
}

/** Source that cannot be translated. */
export class CompileTrouble extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.message);
  }
}
