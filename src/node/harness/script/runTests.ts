import { AsyncLocalStorage } from 'node:async_hooks';
import type { Send } from './channel.ts';
import { type RunningTest, TestContext } from './context.ts';
import { describeFailure } from './failure.ts';
import type { Body, Hook, Registry, Suite, Test, TestOptions } from './registry.ts';

// Taken before any of the learner's code is loaded.
const { now } = performance;
const turn = setImmediate;

export interface RunOptions {
  readonly send: Send;
  readonly root: string;
  readonly stage: string;
  /** Stops at the first failing test. */
  readonly bail: boolean;
  readonly shuffle: number | undefined;
}

/** A test that has begun; kept by everything that it started, so that a late error finds its way back. */
interface Active {
  readonly fullName: string;
  isOver: boolean;
  /** Ends the wait for a test from outside: something it started has thrown, or nothing is left to wait for. */
  abandon: (error: unknown) => void;
}

const activeTest = new AsyncLocalStorage<Active>();
let latest: Active | undefined;

/** The test to blame for an error that nobody caught, if it can still be told. */
export function blameTest(error: unknown): { readonly isBlamed: boolean; readonly test: string | undefined } {
  const active = activeTest.getStore() ?? latest;
  if (!active || active.isOver) return { isBlamed: false, test: active?.fullName };
  active.abandon(error);
  return { isBlamed: true, test: active.fullName };
}

/** Nothing is left that could wake the program: a test that still waits will wait for ever. */
export function abandonWaitingTest(): boolean {
  if (!latest || latest.isOver) return false;
  latest.abandon(new Error('The test waits for a promise that nothing will ever settle.'));
  return true;
}

/** Runs everything a registry holds, one test after the other. Resolves to false when it stopped at a failure. */
export async function runTests(registry: Registry, options: RunOptions): Promise<boolean> {
  await Promise.all(registry.pending);
  return runSuite(registry.root, [], false, options);
}

async function runSuite(
  suite: Suite,
  outer: readonly Suite[],
  isSkipped: boolean,
  options: RunOptions,
): Promise<boolean> {
  const chain = [...outer, suite];
  const skipAll = isSkipped || suite.isSkipped;
  let broken: { readonly error: unknown } | undefined;
  if (!skipAll) broken = await failureOf(() => callAll(suite.hooks.before));
  const children = options.shuffle === undefined ? suite.children : shuffled(suite.children, options.shuffle);
  for (const child of children) {
    const goesOn =
      child.kind === 'suite'
        ? await runSuite(
            broken ? { ...child, hooks: { ...child.hooks, before: [rethrow(broken.error)] } } : child,
            chain,
            skipAll,
            options,
          )
        : await runDeclared(child, chain, skipAll, broken, options);
    if (!goesOn) return false;
  }
  if (!skipAll) await callAll(suite.hooks.after);
  return true;
}

async function runDeclared(
  test: Test,
  chain: readonly Suite[],
  isSkipped: boolean,
  broken: { readonly error: unknown } | undefined,
  options: RunOptions,
): Promise<boolean> {
  const path = [...chain.slice(1).map(({ name }) => name), test.name];
  const hooks = {
    before: broken ? [rethrow(broken.error)] : [],
    beforeEach: chain.flatMap((suite) => suite.hooks.beforeEach),
    afterEach: [...chain].reverse().flatMap((suite) => suite.hooks.afterEach),
  };
  const passed = await runOne(test, path, hooks, isSkipped, options);
  return passed || !options.bail;
}

interface Around {
  readonly before: readonly Hook[];
  readonly beforeEach: readonly Hook[];
  readonly afterEach: readonly Hook[];
}

/** Runs one test and reports it. Resolves to whether it did not fail. */
async function runOne(
  test: Test,
  path: readonly string[],
  around: Around,
  isSkipped: boolean,
  options: RunOptions,
): Promise<boolean> {
  const { send, stage, root } = options;
  const name = path.join(' > ');
  const head = { __proto__: null, stage, name };
  send({ ...head, __proto__: null, kind: 'test-started' });
  const place = test.place && { __proto__: null, ...test.place };
  const report = (outcome: string, more: object) =>
    send({ ...head, __proto__: null, kind: 'test-finished', outcome, place, ...more });

  const { skip, todo } = test.options;
  if (isSkipped || (skip !== undefined && skip !== false) || (todo !== undefined && todo !== false) || !test.body) {
    report('skipped', {});
    return true;
  }
  const running = createRunning(test, path, options);
  const context = new TestContext(running);
  const began = now.call(performance);
  const failure = await failureOf(() => attemptTest(test, name, running, context, around));
  const durationMs = now.call(performance) - began;
  if (failure) report('failed', { durationMs, failure: describeFailure(failure.error, root) });
  else report(running.isSkipped ? 'skipped' : 'passed', { durationMs });
  return !failure;
}

/** The body with its hooks, until it settles, is abandoned or runs out of its own time. */
async function attemptTest(
  test: Test,
  fullName: string,
  running: RunningTest & { readonly subtests: readonly Promise<unknown>[] },
  context: TestContext,
  around: Around,
): Promise<void> {
  const outer = latest;
  const active: Active = { fullName, isOver: false, abandon: () => undefined };
  latest = active;
  const abandoned = new Promise<never>((_resolve, reject) => (active.abandon = reject));
  abandoned.catch(() => undefined);
  const { timeout } = test.options;
  const timer =
    timeout === undefined || timeout === Infinity
      ? undefined
      : setTimeout(
          () => active.abandon(new Error(`The test took longer than its own limit of ${timeout} ms.`)),
          timeout,
        );

  const work = activeTest.run(active, async () => {
    await callAll(around.before, context);
    await callAll(around.beforeEach, context);
    try {
      await callBody(test.body!, context);
      await Promise.all(running.subtests);
    } finally {
      await callAll(around.afterEach, context);
      await callAll(running.hooks.after, context);
    }
    if (running.planned !== undefined && running.planned !== running.counted)
      throw new Error(`The test planned ${running.planned} assertions and made ${running.counted}.`);
  });
  try {
    await Promise.race([work, abandoned]);
    // A turn of the loop, so that a rejection nobody awaits is still blamed on this test.
    await Promise.race([new Promise((resolve) => turn(resolve)), abandoned]);
  } finally {
    clearTimeout(timer);
    active.isOver = true;
    latest = outer;
  }
}

function createRunning(test: Test, path: readonly string[], options: RunOptions) {
  const subtests: Promise<unknown>[] = [];
  const hooks = { before: [] as Hook[], after: [] as Hook[], beforeEach: [] as Hook[], afterEach: [] as Hook[] };
  const running: RunningTest & { readonly subtests: Promise<unknown>[] } = {
    name: test.name,
    fullName: path.join(' > '),
    hooks,
    subtests,
    isSkipped: false,
    planned: test.options.plan,
    counted: 0,
    runSubtest(name: string, given: TestOptions, body: Body | undefined) {
      const subtest: Test = { kind: 'test', name, options: given, body, place: test.place };
      const around = { before: [], beforeEach: hooks.beforeEach, afterEach: hooks.afterEach };
      const passes = runOne(subtest, [...path, name], around, false, options).then((passed) => {
        if (!passed) throw new Error(`The test inside it, “${name}”, failed.`);
      });
      passes.catch(() => undefined);
      subtests.push(passes);
      // Like the original: the caller's wait ends well, the outer test fails at its end.
      return passes.catch(() => undefined);
    },
  };
  return running;
}

/** Awaits a body of either style: one that returns a promise, or one that calls back. */
function callBody(body: Body, context: TestContext): unknown {
  if (body.length < 2) return body(context);
  return new Promise<void>((resolve, reject) => {
    body(context, (error) => (error ? reject(error) : resolve()));
  });
}

async function callAll(hooks: readonly Hook[], context?: TestContext): Promise<void> {
  for (const hook of hooks) await hook(context);
}

async function failureOf(work: () => Promise<unknown>): Promise<{ readonly error: unknown } | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return { error };
  }
}

const rethrow = (error: unknown) => () => {
  throw error;
};

/** The same items in an order drawn from a seed (Fisher and Yates, with a linear congruential generator). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed >>> 0;
  for (let last = result.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
