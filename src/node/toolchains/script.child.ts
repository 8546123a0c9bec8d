// One run of JavaScript: waits for a job on standard input, runs it, reports on file descriptor 3.
import looseAssert from 'node:assert';
import strictAssert from 'node:assert/strict';
import type { SourcePlace } from '../../core/runs/event.ts';
import type { ScriptJob } from '../harness/script/job.ts';
import { abandonWaiting, blame } from '../harness/script/attempt.ts';
import { openChannel, readJob, type Send } from '../harness/script/channel.ts';
import { countCoverage } from '../harness/script/coverage.ts';
import { describeFailure, messageOf, places } from '../harness/script/failure.ts';
import { MissingModule, ModuleGraph } from '../harness/script/moduleGraph.ts';
import { Registry } from '../harness/script/registry.ts';
import { runTests } from '../harness/script/runTests.ts';
import { createTestApi } from '../harness/script/testApi.ts';
import { warmUp } from '../harness/script/warmUp.ts';

/** How long something a test left behind (a timer, a connection) may go on, in case it throws. */
const graceMs = 100;

// Code under test cannot weaken the assertions of its tests.
for (const assertions of [looseAssert, strictAssert]) Object.freeze(assertions);

// A loop that prints waits for the reader: otherwise it fills the memory with what it has printed, before the limit on
// printing can stop it.
for (const stream of [process.stdout, process.stderr])
  (stream as unknown as { _handle?: { setBlocking?(isBlocking: boolean): void } })._handle?.setBlocking?.(true);

let registry = new Registry();
let job: ScriptJob;
let send: Send;
const exit = process.exit.bind(process);
const testApi = createTestApi(
  () => registry,
  () => places(new Error(), job?.root ?? process.cwd())[0],
);

function createGraph(changes: Readonly<Record<string, string>> = {}): ModuleGraph {
  return new ModuleGraph({ root: job.root, code: { ...job.code, ...changes }, provided: { 'node:test': testApi } });
}

async function main(): Promise<void> {
  await warmUp(testApi, (own) => (registry = own));
  job = readJob<ScriptJob>();
  send = openChannel(job.secret);
  process.chdir(job.root);
  send('started');
  const coverage = job.coverage && countCoverage(job.root, job.coverage);
  if (job.call) await answerCall(job.call);
  else if (job.variants) await runVariants(job.variants);
  else for (const test of job.tests) await runFile(createGraph(), test);
  await quiet();
  for (const { file, counts } of coverage?.() ?? []) send({ __proto__: null, kind: 'measured', file, counts });
  send({ __proto__: null, kind: 'done' });
  exit(0);
}

/** Loads one test file and runs what it declares. False when it could not be loaded, or stopped at a failure. */
async function runFile(
  graph: ModuleGraph,
  { stage, file }: ScriptJob['tests'][number],
  only = job.only,
): Promise<boolean> {
  registry = new Registry();
  try {
    await graph.import(file);
  } catch (error) {
    reportLoadError(error);
    return false;
  }
  if (only) await registry.keepOnly(new Set(only));
  return runTests(registry, { send, root: job.root, stage, bail: job.bail ?? false, shuffle: job.shuffle });
}

async function runVariants({ from, changes, only }: NonNullable<ScriptJob['variants']>): Promise<void> {
  const silent = () => true;
  process.stdout.write = process.stderr.write = silent;
  for (const [offset, code] of changes.entries()) {
    const index = from + offset;
    send({ __proto__: null, kind: 'variant-started', index });
    const graph = createGraph(code);
    for (const test of job.tests) if (!(await runFile(graph, test, only[offset] ?? undefined))) break;
    send({ __proto__: null, kind: 'variant-finished', index });
  }
}

async function answerCall({ module, name, argument }: NonNullable<ScriptJob['call']>): Promise<void> {
  try {
    const exported = (await createGraph().import(module))[name];
    if (typeof exported !== 'function') throw new MissingModule(`“${name}” is not exported`, module, name);
    send({ __proto__: null, kind: 'returned', value: (await exported(argument)) as unknown });
  } catch (error) {
    reportLoadError(error);
  }
}

function reportLoadError(error: unknown): void {
  const isCompile =
    error instanceof MissingModule || (error instanceof SyntaxError && places(error, job.root).length === 0);
  const at = error instanceof MissingModule ? { file: error.file, line: lineOf(error) } : places(error, job.root)[0];
  reportTrouble(send, isCompile ? 'compile' : 'load', messageOf(error), at);
}

function lineOf({ file, specifier }: MissingModule): number {
  const lines = (job.code[file] ?? '').split('\n');
  return lines.findIndex((line) => line.includes(specifier)) + 1 || 1;
}

function reportTrouble(to: Send, trouble: string, text: string, place: SourcePlace | undefined): void {
  to({ __proto__: null, kind: 'trouble', trouble, text, place: place && { ...place, __proto__: null } });
}

/** Resolves when nothing is left to happen, or after a moment. */
function quiet(): Promise<unknown> {
  return Promise.race([
    new Promise((resolve) => process.once('beforeExit', resolve)),
    new Promise((resolve) => setTimeout(resolve, graceMs).unref()),
  ]);
}

function onUncaught(error: unknown): void {
  const { isLate, name } = blame(error);
  if (!isLate) return;
  const { message, stack } = describeFailure(error, job.root);
  reportTrouble(send, 'stray', name ? `${message} (left behind by “${name}”)` : message, stack[0]);
}

process.on('uncaughtException', onUncaught);
process.on('unhandledRejection', onUncaught);
process.on('beforeExit', abandonWaiting);

main().catch((error: unknown) => {
  reportTrouble(send, 'load', messageOf(error), places(error, job.root)[0]);
  send({ __proto__: null, kind: 'done' });
  exit(0);
});
