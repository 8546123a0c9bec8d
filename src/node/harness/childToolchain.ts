import { HumanError } from '../../core/errors.ts';
import type { Language, Limits } from '../../core/katas/kata.ts';
import type { StatementCount } from '../../core/runs/coverage.ts';
import type { Observation, Trouble } from '../../core/runs/observation.ts';
import { type CallJob, defaultLimits, type Files, type TestJob } from '../../core/runs/runner.ts';
import type { Command } from '../processes/running.ts';
import type { FoundProgram, WantedProgram } from '../programs/program.ts';
import type { Toolchain } from '../toolchains/toolchain.ts';
import type { Workshop } from '../workshop.ts';
import { prepareDebug } from './debugLaunch.ts';
import { makeOverlay } from './overlay.ts';
import { createSecret, secretReader } from './secretReader.ts';
import { observeProcess } from './session.ts';
import { runVariantsInChild } from './variants.ts';

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

export function childToolchain(child: ChildLanguage): Toolchain {
  return {
    language: child.language,
    program: child.program,
    run: (job, workshop) => observeInChild(child, job, toTestJob(job), workshop),
    call: (job, workshop) => observeInChild(child, job, toCallJob(job, workshop.dist), workshop),
    runVariants: (job, workshop) => runVariantsInChild(child, job, workshop),
    prepareDebug: (job, workshop) => prepareDebug(child, job, workshop),
    waitingCommand: async (limits, { dist, findProgram }) =>
      child.command(await findProgram(child.program), limits, dist),
  };
}

const toTestJob = ({ tests, shuffle, coverage }: TestJob) => ({
  tests: tests.map(({ stage, file }) => ({ stage, file })),
  ...(shuffle !== undefined && { shuffle }),
  ...(coverage && { coverage }),
});

const toCallJob = ({ module, function: name, argument }: CallJob, dist: string) => ({
  tests: [],
  call: { module: module.replace(/^katapath:/, `${dist}/`), name, argument },
});

interface Subject {
  readonly files: Files;
  readonly limits?: Partial<Limits>;
}

/** Everything that one child does with one job; expected trouble becomes an observation. */
export async function* observeInChild(
  child: ChildLanguage,
  { files, limits: given }: Subject,
  job: object,
  workshop: Workshop,
): AsyncIterable<Observation> {
  const limits = { ...defaultLimits, ...given };
  try {
    const code = child.prepare(files);
    const command = child.command(await workshop.findProgram(child.program), limits, workshop.dist);
    const overlay = makeOverlay(files);
    try {
      const secret = createSecret();
      const input = `${JSON.stringify({ secret, root: overlay.path, memoryMb: limits.memoryMb, code, ...job })}\n`;
      const residentMb = child.residentMb?.(limits);
      const session = {
        ...(residentMb !== undefined && { residentMb }),
        input,
        read: secretReader(secret, limits.memoryMb),
        limits,
        signal: workshop.signal,
      };
      for await (const observation of observeProcess(workshop.take(command), session))
        yield refine(observation, child, files, code);
    } finally {
      workshop.release(command);
      void overlay.dispose();
    }
  } catch (error) {
    if (error instanceof CompileTrouble) {
      yield { kind: 'trouble', trouble: error.trouble };
      yield { kind: 'ended', ending: { how: 'done' } };
    } else if (error instanceof HumanError)
      yield { kind: 'ended', ending: { how: 'environment', summary: error.message, next: error.next } };
    else throw error;
  }
}

/** What only the host can add to an observation: it has the sources, and the parsers that a child starts without. */
function refine(observation: Observation, child: ChildLanguage, files: Files, code: Files): Observation {
  switch (observation.kind) {
    case 'trouble':
      return { kind: 'trouble', trouble: child.explain(observation.trouble, files) };
    case 'measured': {
      const { file, counts } = observation;
      return { kind: 'covered', coverage: { file, statements: child.countStatements(counts, code[file] ?? '') } };
    }
    default:
      return observation;
  }
}
