import { attempt, type Failure } from './attempt.ts';
import { describeFailure } from './failure.ts';
import type { Registry, Suite, Test } from './registry.ts';
import { callAll, isSet, type RunOptions, runTest } from './runTest.ts';

/** Runs everything a registry holds, one test after the other. Resolves to false when it stopped at a failure. */
export async function runTests(registry: Registry, options: RunOptions): Promise<boolean> {
  for (const body of registry.pending) await body;
  return runSuite(registry.root, { outer: [], isSkipped: false, broken: undefined }, options);
}

interface Surroundings {
  readonly outer: readonly Suite[];
  readonly isSkipped: boolean;
  /** Why the suites around could not be set up. */
  readonly broken: Failure | undefined;
}

async function runSuite(suite: Suite, around: Surroundings, options: RunOptions): Promise<boolean> {
  const isSkipped = around.isSkipped || suite.isSkipped;
  const name = suite.name === '' ? 'the test file' : suite.name;
  const canStart = !isSkipped && !around.broken;
  const broken = canStart ? await attempt(name, () => callAll(suite.hooks.before)) : around.broken;
  const inside = { outer: [...around.outer, suite], isSkipped, broken };
  const children = options.shuffle === undefined ? suite.children : shuffled(suite.children, options.shuffle);
  for (const child of children) {
    const run = child.kind === 'suite' ? runSuite : runInside;
    if (!(await run(child as Suite & Test, inside, options))) return false;
  }
  const failure = canStart ? await attempt(name, () => callAll(suite.hooks.after)) : undefined;
  if (failure) reportAfter(name, failure, options);
  return true;
}

async function runInside(
  test: Test,
  { outer, isSkipped, broken }: Surroundings,
  options: RunOptions,
): Promise<boolean> {
  const path = [...outer.slice(1).map(({ name }) => name), test.name];
  const around = {
    before: broken ? [rethrow(broken.error)] : outer.flatMap((suite) => suite.hooks.beforeEach),
    after: broken ? [] : [...outer].reverse().flatMap((suite) => suite.hooks.afterEach),
  };
  const declared =
    isSkipped && !isSet(test.options.skip) ? { ...test, options: { ...test.options, skip: true } } : test;
  const passed = await runTest(declared, path, around, options);
  return passed || !options.bail;
}

/** No test is left to blame for what fails after the last one. */
function reportAfter(suite: string, { error }: Failure, { send, root }: RunOptions): void {
  const { message, stack } = describeFailure(error, root);
  const place = stack[0] && { __proto__: null, ...stack[0] };
  send({ __proto__: null, kind: 'trouble', trouble: 'stray', text: `${message} (after ${suite})`, place });
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
