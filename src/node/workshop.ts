import type { Files } from '../core/runs/runner.ts';
import type { Overlay } from './processes/overlay.ts';
import type { FoundProgram, WantedProgram } from './programs/program.ts';
import type { Command, Running } from './processes/running.ts';

/** What a toolchain works with during one run. */
export interface Workshop {
  /** Where the bundles and the files beside them stand. */
  readonly dist: string;
  readonly signal: AbortSignal | undefined;
  /** The best one there is. Throws a `HumanError` that says how to get one. */
  findProgram(wanted: WantedProgram): Promise<FoundProgram>;
  /** A fresh folder with these files. Throws a `HumanError` when it cannot be made. */
  layOut(files: Files): Overlay;
  /** A process for one job: one that waits already, or a fresh one. */
  take(command: Command): Running;
  /** The results are out; a next process may be started ahead. */
  release(command: Command): void;
  /** A process that is never waited for. */
  start(command: Command): Running;
}
