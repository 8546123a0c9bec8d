import { HumanError } from '../core/errors.ts';
import type { Language, Limits } from '../core/model/kata.ts';
import type { Disposable } from '../core/ports.ts';
import type { Observation } from '../core/runs/observation.ts';
import { judgeRun } from '../core/runs/judge.ts';
import { reportRun } from '../core/runs/reportRun.ts';
import {
  type CallResult,
  defaultLimits,
  type Files,
  type TestJob,
  type TestRunner,
  type VariantResult,
  type VariantsJob,
} from '../core/runs/runner.ts';
import type { DebugJob, DebugLaunch } from '../core/runs/debug.ts';
import type { ToolchainReport } from '../core/runs/toolchain.ts';
import { makeOverlay } from './processes/overlay.ts';
import { Running } from './processes/running.ts';
import { Supervisor } from './processes/supervisor.ts';
import { WarmChildren } from './processes/warmChildren.ts';
import { findProgram } from './programs/findProgram.ts';
import { inspectToolchains } from './toolchains/inspectToolchains.ts';
import type { FoundProgram, WantedProgram } from './programs/program.ts';
import type { Toolchain } from './toolchain.ts';
import type { Workshop } from './workshop.ts';

export interface TestRunnerOptions {
  /** The folder with the product's bundles, in which the children stand too. */
  readonly dist: string;
  /** Programs chosen by the settings; an empty text means none. */
  readonly settings?: () => Readonly<Partial<Record<WantedProgram['setting'], string>>>;
  /** How many times as long as usual a run may take; 1 unless the person said so. */
  readonly patience?: () => number;
  /** The open folder, in which a Python environment is looked for. */
  readonly workspace?: () => string | undefined;
  /** The interpreter that the Python extension has selected. */
  readonly pythonFromEditor?: () => Promise<string | undefined>;
}

export interface NodeTestRunner extends TestRunner, Disposable {
  /** Has a process waiting for this language from now on, for five minutes after each run. */
  keepWarm(language: Language, limits?: Partial<Limits>): Promise<void>;
  /** Ends every waiting process. */
  cool(): void;
  /** Forgets which programs were found: a setting, or the machine, has changed. */
  lookAgain(): void;
  inspectToolchains(): Promise<readonly ToolchainReport[]>;
  /** Throws a `HumanError` when the language has no program, or no debugger. */
  prepareDebug(job: DebugJob): Promise<DebugLaunch>;
  /** Resolves when nothing that a finished run started or laid out is left. */
  settled(): Promise<void>;
  /** Ends what waits and disposes the runner. Resolves when nothing that it started or laid out is left. */
  close(): Promise<void>;
}

/** The runner of the desktop and the command line: every run in processes of its own. */
export function createTestRunner(options: TestRunnerOptions): NodeTestRunner {
  const {
    dist,
    settings = () => ({}),
    patience = () => 1,
    workspace = () => undefined,
    pythonFromEditor = async () => undefined,
  } = options;
  const supervisor = new Supervisor(dist);
  const warm = new WarmChildren(supervisor);
  const found = new Map<string, Promise<FoundProgram>>();
  const search = () => ({ place: { workspace: workspace(), pythonFromEditor }, settings: settings() });

  function findOnce(wanted: WantedProgram): Promise<FoundProgram> {
    const known = found.get(wanted.id);
    if (known) return known;
    const looking = findProgram(wanted, search());
    found.set(wanted.id, looking);
    looking.catch(() => found.delete(wanted.id));
    return looking;
  }

  const layOut = (files: Files) => makeOverlay(files, supervisor);

  const createWorkshop = (signal: AbortSignal | undefined): Workshop => ({
    dist,
    signal,
    findProgram: findOnce,
    layOut,
    take: (command) => warm.take(command),
    release: (command) => warm.release(command),
    start: (command) => new Running(command, supervisor),
  });

  const patiently = <Job extends { readonly limits?: Partial<Limits> }>(job: Job): Job => ({
    ...job,
    limits: stretch({ ...defaultLimits, ...job.limits }, patience()),
  });

  return {
    run: (job, signal) => reportRun(job.tests, observe(patiently(job), createWorkshop(signal)), Date.now),
    async *runVariants(asked, signal) {
      const job = patiently(asked);
      const toolchain = await requireToolchain(job.language);
      const workshop = createWorkshop(signal);
      yield* toolchain.runVariants?.(job, workshop) ?? runEachVariant(toolchain, job, workshop);
    },
    async call(job, signal) {
      const toolchain = await requireToolchain(job.language);
      if (!toolchain.call) throw unsupported(job.language);
      return toCallResult(toolchain.call(patiently(job), createWorkshop(signal)));
    },
    async keepWarm(language, limits) {
      const toolchain = await requireToolchain(language);
      const command = await toolchain.waitingCommand?.(
        { ...defaultLimits, ...limits },
        { dist, findProgram: findOnce },
      );
      if (command) warm.keep(command);
    },
    cool: () => warm.dispose(),
    lookAgain() {
      found.clear();
      warm.dispose();
    },
    inspectToolchains: async () => inspectToolchains(await loadToolchains(), search()),
    async prepareDebug(job) {
      const toolchain = await requireToolchain(job.language);
      if (!toolchain.prepareDebug) throw notDebuggable(job.language);
      return toolchain.prepareDebug(job, { dist, findProgram: findOnce, layOut });
    },
    settled: () => supervisor.settled(),
    async close() {
      warm.dispose();
      await supervisor.settled();
      supervisor.dispose();
    },
    dispose() {
      warm.dispose();
      supervisor.dispose();
    },
  };
}

/** Longer limits for a slow computer; nobody has to be quicker than the kata says. */
function stretch(limits: Limits, patience: number): Limits {
  const times = Number.isFinite(patience) ? Math.min(100, Math.max(1, patience)) : 1;
  return { ...limits, testMs: limits.testMs * times, totalMs: limits.totalMs * times };
}

/** Compilers and parsers are read with the first run, not when the editor starts. */
const loadToolchains = async () => (await import('./toolchains/toolchains.ts')).toolchains;

async function* observe(job: TestJob, workshop: Workshop): AsyncIterable<Observation> {
  yield* (await requireToolchain(job.language)).run(job, workshop);
}

async function requireToolchain(language: Language): Promise<Toolchain> {
  const toolchains = await loadToolchains();
  const toolchain = toolchains.find((each) => each.language === language);
  if (toolchain) return toolchain;
  throw new HumanError(`Katapath cannot run ${language}.`, {
    next: `Choose one of: ${toolchains.map((each) => each.language).join(', ')}.`,
  });
}

const notDebuggable = (language: Language) =>
  new HumanError(`Katapath has no debugger for ${language}.`, {
    next: 'Run the tests instead; what you print is shown with them.',
  });

const unsupported = (language: Language) =>
  new HumanError(`This check cannot be made in ${language}.`, { next: 'Practise this stage in another language.' });

/** Variants of a language without a harness: one run after the other. */
async function* runEachVariant(
  toolchain: Toolchain,
  job: VariantsJob,
  workshop: Workshop,
): AsyncIterable<VariantResult> {
  const parts = job.tests.map((file) => ({ stage: '', file }));
  for (const { id, files } of job.variants) {
    if (workshop.signal?.aborted) return;
    const began = Date.now();
    const observations = await collect(
      toolchain.run({ ...job, files: { ...job.files, ...files }, tests: parts }, workshop),
    );
    const { verdict, summary, tests, durationMs } = judgeRun(parts, observations, Date.now() - began);
    yield { id, verdict, summary, tests, durationMs };
  }
}

async function toCallResult(observations: AsyncIterable<Observation>): Promise<CallResult> {
  const seen = await collect(observations);
  const returned = seen.find(({ kind }) => kind === 'returned');
  const { verdict, summary, next } = judgeRun([], seen, 0);
  if (returned?.kind === 'returned' && (verdict === 'no-tests' || verdict === 'passed'))
    return { verdict: 'passed', value: returned.value };
  return { verdict: verdict === 'passed' || verdict === 'no-tests' ? 'crashed' : verdict, summary, next };
}

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}
