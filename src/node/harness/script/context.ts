import assert from 'node:assert/strict';

export type Body = (context: TestContext, done?: (error?: unknown) => void) => unknown;
export type Hook = (context?: TestContext) => unknown;
export type HookName = 'before' | 'after' | 'beforeEach' | 'afterEach';

export interface TestOptions {
  readonly skip?: boolean | string;
  readonly todo?: boolean | string;
  readonly timeout?: number;
  readonly plan?: number;
}

/** What a running test can ask of its context. */
export interface RunningTest {
  readonly name: string;
  readonly fullName: string;
  readonly hooks: {
    readonly before: Hook[];
    readonly after: Hook[];
    readonly beforeEach: Hook[];
    readonly afterEach: Hook[];
  };
  isSkipped: boolean;
  planned: number | undefined;
  counted: number;
  runSubtest(name: string, options: TestOptions, body: Body | undefined): Promise<void>;
}

/** The `t` that a test's body is given. */
export class TestContext {
  readonly signal = new AbortController().signal;
  readonly #running: RunningTest;
  #assert: object | undefined;

  constructor(running: RunningTest) {
    this.#running = running;
  }

  /** The strict assertions, each call of which counts towards `plan`. */
  get assert(): object {
    return (this.#assert ??= countingAssert(this.#running));
  }

  get name(): string {
    return this.#running.name;
  }

  get fullName(): string {
    return this.#running.fullName;
  }

  /** A test inside a test. */
  test(...given: unknown[]): Promise<void> {
    const running = this.#running;
    running.counted += 1;
    const name = given.find((each) => typeof each === 'string') ?? '<anonymous>';
    const options = given.find((each) => typeof each === 'object' && each !== null) ?? {};
    const body = given.find((each) => typeof each === 'function') as Body | undefined;
    return running.runSubtest(name, options as TestOptions, body);
  }

  plan(count: number): void {
    this.#running.planned = count;
  }

  skip(): void {
    this.#running.isSkipped = true;
  }

  todo(): void {
    this.#running.isSkipped = true;
  }

  diagnostic(message: string): void {
    console.log(message);
  }

  before(hook: Hook): unknown {
    return hook(this);
  }

  after(hook: Hook): void {
    this.#running.hooks.after.push(hook);
  }

  beforeEach(hook: Hook): void {
    this.#running.hooks.beforeEach.push(hook);
  }

  afterEach(hook: Hook): void {
    this.#running.hooks.afterEach.push(hook);
  }
}

function countingAssert(running: RunningTest): object {
  const count = (check: unknown) =>
    typeof check !== 'function'
      ? check
      : (...values: unknown[]) => {
          running.counted += 1;
          return Reflect.apply(check, assert, values) as unknown;
        };
  return Object.fromEntries(Object.entries(assert).map(([name, check]) => [name, count(check)]));
}
