import assert from 'node:assert/strict';
import type { Body, Hook, TestOptions } from './registry.ts';

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
  readonly assert: typeof assert;

  constructor(running: RunningTest) {
    this.#running = running;
    this.assert = countingAssert(running);
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

/** `t.assert`: the strict assertions, each call of which counts towards `t.plan`. */
function countingAssert(running: RunningTest): typeof assert {
  return new Proxy(assert, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return new Proxy(value, {
        apply(check: (...values: unknown[]) => unknown, self, values: unknown[]) {
          running.counted += 1;
          return Reflect.apply(check, self, values);
        },
      });
    },
  });
}
