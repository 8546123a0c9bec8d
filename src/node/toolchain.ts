import type { Language, Limits } from '../core/model/kata.ts';
import type { DebugJob, DebugLaunch } from '../core/runs/debug.ts';
import type { Observation } from '../core/runs/observation.ts';
import type { CallJob, TestJob, VariantResult, VariantsJob } from '../core/runs/runner.ts';
import type { Command } from './processes/running.ts';
import type { Workshop } from './workshop.ts';
import type { WantedProgram } from './programs/program.ts';

/** All that Katapath knows of a language: one object, in one file of this folder, with one line in `toolchains.ts`. */
export interface Toolchain {
  readonly language: Language;
  /** The program that runs it, and how a learner gets that program. Absent: the product itself does. */
  readonly program?: WantedProgram;
  run(job: TestJob, workshop: Workshop): AsyncIterable<Observation>;
  /** Absent: each variant is a run of its own. */
  runVariants?(job: VariantsJob, workshop: Workshop): AsyncIterable<VariantResult>;
  /** Absent: the language has no harness that could call a function. */
  call?(job: CallJob, workshop: Workshop): AsyncIterable<Observation>;
  /** Absent: there is no debugger for it. */
  prepareDebug?(job: DebugJob, workshop: Pick<Workshop, 'dist' | 'findProgram' | 'layOut'>): Promise<DebugLaunch>;
  /** What to start ahead of time; absent where that gains nothing. */
  waitingCommand?(limits: Limits, workshop: Pick<Workshop, 'dist' | 'findProgram'>): Promise<Command>;
}
