import { homedir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { LibtestReport } from '../../core/runs/libtestReport.ts';
import type { Observation, Trouble } from '../../core/runs/observation.ts';
import { defaultLimits, type Files, type TestJob, type TestPart } from '../../core/runs/runner.ts';
import { observeProcess } from '../harness/session.ts';
import type { Command } from '../processes/running.ts';
import type { FoundProgram } from '../programs/program.ts';
import { cargoProgram } from '../programs/cargo.ts';
import type { Workshop } from '../workshop.ts';
import type { Toolchain } from '../toolchain.ts';

/** Compiling has a limit of its own: it is not the learner's code that is slow there. */
const compileLimits = { testMs: 120_000, totalMs: 120_000, memoryMb: 8000 };

/** `[workspace]` keeps cargo from looking for one in the folders above. */
const manifest = '[package]\nname = "kata"\nversion = "0.0.0"\nedition = "2021"\n\n[workspace]\n';

/**
 * Rust, by cargo and its own test harness: a crate `kata` without dependencies, `src/lib.rs` by the learner, one file
 * below `tests/` for each stage. Compiled with the learner's cargo; run without its environment.
 */
export const rust: Toolchain = { language: 'rust', program: cargoProgram, run };

async function* run(job: TestJob, workshop: Workshop): AsyncIterable<Observation> {
  const limits = { ...defaultLimits, ...job.limits };
  try {
    const cargo = await workshop.findProgram(cargoProgram);
    const overlay = workshop.layOut({ 'Cargo.toml': manifest, ...job.files } satisfies Files);
    try {
      const programs = new Map<string, string>();
      for await (const observation of compile({
        cargo,
        root: overlay.path,
        targets: job.tests.map(targetOf),
        workshop,
        programs,
      }))
        yield observation;
      if (programs.size === 0) return;
      for (const [index, part] of job.tests.entries()) {
        const isLast = index === job.tests.length - 1;
        const command = testCommand(programs.get(targetOf(part))!, overlay.path);
        const report = new LibtestReport(part.stage);
        const session = { input: '', read: (text: string) => report.read(text), limits, signal: workshop.signal };
        for await (const observation of observeProcess(workshop.start(command), {
          ...session,
          isForeign: true,
          residentMb: limits.memoryMb,
        })) {
          const isOver = observation.kind === 'ended';
          if (!isOver || isLast || observation.ending.how !== 'done') yield observation;
          if (isOver && observation.ending.how !== 'done') return;
        }
      }
    } finally {
      overlay.dispose();
    }
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    yield { kind: 'ended', ending: { how: 'environment', summary: error.message, next: error.next } };
  }
}

/** `tests/pairs.rs` is the target `pairs`. */
const targetOf = ({ file }: TestPart) => file.replace(/^.*\//, '').replace(/\.rs$/, '');

const testCommand = (program: string, cwd: string): Command => ({
  program,
  args: ['--test-threads=1', '--color=never'],
  cwd,
  env: { RUST_BACKTRACE: '0' },
  channel: 1,
});

interface Compilation {
  readonly cargo: FoundProgram;
  readonly root: string;
  readonly targets: readonly string[];
  readonly workshop: Workshop;
  readonly programs: Map<string, string>;
}

/** Builds the tests, filling `programs` by target; when that fails, the troubles and the end are yielded. */
async function* compile({ cargo, root, targets, workshop, programs }: Compilation): AsyncIterable<Observation> {
  const built = new Map<string, string>();
  const troubles: Trouble[] = [];
  let isBuilt = false;
  const command = {
    program: cargo.program,
    args: [
      ...cargo.args,
      'test',
      '--offline',
      '--quiet',
      '--no-run',
      ...targets.flatMap((target) => ['--test', target]),
      '--message-format=json',
    ],
    cwd: root,
    env: { ...cargo.env, ...cargoEnvironment(), CARGO_TARGET_DIR: join(root, 'target') },
    channel: 1 as const,
  };
  const read = byLine((line) => {
    const message = JSON.parse(line) as CargoMessage;
    if (message.reason === 'build-finished') isBuilt = message.success === true;
    if (message.executable) built.set(message.target!.name, message.executable);
    if (message.message?.level === 'error') troubles.push(toTrouble(message.message));
  });
  const session = { input: '', read, limits: compileLimits, signal: workshop.signal, isForeign: true };
  for await (const observation of observeProcess(workshop.start(command), session)) {
    if (observation.kind !== 'ended') continue;
    if (observation.ending.how !== 'exit') yield observation;
    else if (isBuilt) for (const [target, program] of built) programs.set(target, program);
    else {
      const unexplained: Trouble = { kind: 'compile', message: 'The crate cannot be built.' };
      for (const trouble of troubles.length > 0 ? troubles : [unexplained]) yield { kind: 'trouble', trouble };
      yield { kind: 'ended', ending: { how: 'done' } };
    }
  }
}

/** Where cargo finds itself and its compiler. Nothing is kept between runs: a crate without dependencies is small. */
function cargoEnvironment(): Record<string, string> {
  const { CARGO_HOME, RUSTUP_HOME } = process.env;
  return {
    HOME: homedir(),
    ...(CARGO_HOME && { CARGO_HOME }),
    ...(RUSTUP_HOME && { RUSTUP_HOME }),
    CARGO_NET_OFFLINE: 'true',
    CARGO_TERM_COLOR: 'never',
    CARGO_INCREMENTAL: '0',
    CARGO_PROFILE_TEST_DEBUG: 'line-tables-only',
    CARGO_PROFILE_DEV_DEBUG: 'line-tables-only',
  };
}

interface CargoMessage {
  readonly reason: string;
  readonly success?: boolean;
  readonly executable?: string | null;
  readonly target?: { readonly name: string };
  readonly message?: Diagnostic;
}

interface Diagnostic {
  readonly level: string;
  readonly message: string;
  readonly spans: readonly {
    readonly file_name: string;
    readonly line_start: number;
    readonly column_start: number;
    readonly is_primary: boolean;
  }[];
}

function toTrouble({ message, spans }: Diagnostic): Trouble {
  const span = spans.find(({ is_primary }) => is_primary);
  if (!span) return { kind: 'compile', message };
  return {
    kind: 'compile',
    message,
    place: { file: span.file_name, line: span.line_start, column: span.column_start },
  };
}

function byLine(receive: (line: string) => void): (text: string) => Observation[] {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) if (line.startsWith('{')) receive(line);
    return [];
  };
}
