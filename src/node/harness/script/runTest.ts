import { attempt } from './attempt.ts';
import type { Send } from './channel.ts';
import { type RunningTest, TestContext } from './context.ts';
import { describeFailure } from './failure.ts';
import type { Test } from './registry.ts';
import type { Body, Hook } from './context.ts';

// Taken before any of the learner's code is loaded.
const NativePromise = Promise;
const now = performance.now.bind(performance);

export interface RunOptions {
  readonly send: Send;
  readonly root: string;
  readonly stage: string;
  /** Stops at the first failing test. */
  readonly bail: boolean;
  readonly shuffle: number | undefined;
}

/** What is called before and after the body of a test. */
export interface Around {
  readonly before: readonly Hook[];
  readonly after: readonly Hook[];
}

/** Runs one test with the tests inside it, and reports them. Resolves to whether it did not fail. */
export async function runTest(
  test: Test,
  path: readonly string[],
  around: Around,
  options: RunOptions,
): Promise<boolean> {
  const running = new Running(test, path, options);
  const { send, stage, root } = options;
  const { fullName: name } = running;
  const place = test.place && { __proto__: null, ...test.place };
  const report = (outcome: string, more: object = {}) =>
    send({ __proto__: null, kind: 'test-finished', stage, name, outcome, place, ...more });

  send({ __proto__: null, kind: 'test-started', stage, name });
  const { body } = test;
  if (!body || isSet(test.options.skip) || isSet(test.options.todo)) {
    report('skipped');
    return true;
  }
  const began = now();
  const failure = await attempt(name, () => running.play(body, around), test.options.timeout);
  const durationMs = now() - began;
  if (failure) report('failed', { durationMs, failure: describeFailure(failure.error, root) });
  else report(running.isSkipped ? 'skipped' : 'passed', { durationMs });
  return !failure;
}

export const isSet = (option: boolean | string | undefined) => option !== undefined && option !== false;

export async function callAll(hooks: readonly Hook[], context?: TestContext): Promise<void> {
  for (const hook of hooks) await hook(context);
}

class Running implements RunningTest {
  readonly hooks = { before: [] as Hook[], after: [] as Hook[], beforeEach: [] as Hook[], afterEach: [] as Hook[] };
  isSkipped = false;
  counted = 0;
  planned: number | undefined;
  private readonly subtests: Promise<boolean>[] = [];

  constructor(
    private readonly test: Test,
    private readonly path: readonly string[],
    private readonly options: RunOptions,
  ) {
    this.planned = test.options.plan;
  }

  get name(): string {
    return this.test.name;
  }

  get fullName(): string {
    return this.path.join(' > ');
  }

  /** The body with its hooks. Throws what fails the test. */
  async play(body: Body, around: Around): Promise<void> {
    const context = new TestContext(this);
    await callAll(around.before, context);
    try {
      await callBody(body, context);
      for (const subtest of this.subtests) if (!(await subtest)) throw new Error('A test inside it failed.');
    } finally {
      await callAll(around.after, context);
      await callAll(this.hooks.after, context);
    }
    if (this.planned !== undefined && this.planned !== this.counted)
      throw new Error(`The test planned ${this.planned} assertions and made ${this.counted}.`);
  }

  /** Like the original: the caller's wait ends well, and the outer test fails at its end. */
  async runSubtest(name: string, options: Test['options'], body: Body | undefined): Promise<void> {
    const test: Test = { kind: 'test', name, options, body, place: this.test.place };
    const around = { before: this.hooks.beforeEach, after: this.hooks.afterEach };
    const passes = runTest(test, [...this.path, name], around, this.options);
    this.subtests.push(passes);
    await passes;
  }
}

/** Awaits a body of either style: one that returns a promise, or one that calls back. */
function callBody(body: Body, context: TestContext): unknown {
  if (body.length < 2) return body(context);
  return new NativePromise<void>((resolve, reject) => {
    body(context, (error) => (error ? reject(error) : resolve()));
  });
}
