import type { SourcePlace } from '../../../core/runs/event.ts';
import type { Registry } from './registry.ts';
import type { Body, Hook, HookName, TestOptions } from './context.ts';

/** What `import test from 'node:test'` gives. */
export type TestApi = ReturnType<typeof createTestApi>;

type Declare = (...given: unknown[]) => Promise<void>;

/**
 * The part of `node:test` that katas use, for both of its styles. It only writes down what is declared; `runTests`
 * runs it. `only` means nothing here: every test runs, whoever marks one.
 *
 * The functions are frozen, so that code under test cannot put its own in their place.
 */
export function createTestApi(registry: () => Registry, placeOfCaller: () => SourcePlace | undefined) {
  const declareTest =
    (fixed: TestOptions): Declare =>
    (...given) => {
      const { name, options, body } = readArguments(given);
      registry().addTest({ name, options: { ...options, ...fixed }, body: body as Body, place: placeOfCaller() });
      return Promise.resolve();
    };
  const declareSuite =
    (fixed: TestOptions): Declare =>
    (...given) => {
      const { name, options, body } = readArguments(given);
      const { skip, todo } = { ...options, ...fixed };
      registry().addSuite(name, isSet(skip) || isSet(todo), body as () => unknown);
      return Promise.resolve();
    };
  const hook = (name: HookName) => (body: Hook) => registry().addHook(name, body);

  const variants = (declare: (fixed: TestOptions) => Declare) => {
    const [skip, todo, only] = [declare({ skip: true }), declare({ todo: true }), declare({})];
    return Object.assign(declare({}), { skip, todo, only });
  };
  const suite = variants(declareSuite);
  const test = variants(declareTest);
  const hooks = {
    before: hook('before'),
    after: hook('after'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
  };
  const api = Object.assign(test, { test, it: test, describe: suite, suite, ...hooks, mock: refusedMock });
  for (const each of [...Object.values(hooks), ...Object.values(api), api])
    for (const part of [each, ...Object.values(each)]) Object.freeze(part);
  return api;
}

const isSet = (option: boolean | string | undefined) => option !== undefined && option !== false;

/** `(name?, options?, body?)`, each of which may be absent. */
function readArguments(given: readonly unknown[]) {
  const body = given.find((each) => typeof each === 'function') as ((...values: never[]) => unknown) | undefined;
  const name = given.find((each) => typeof each === 'string') as string | undefined;
  const options = given.find((each) => typeof each === 'object' && each !== null) as TestOptions | undefined;
  return { name: name || body?.name || '<anonymous>', options: options ?? {}, body };
}

const refusedMock: Record<string, unknown> = new Proxy(Object.create(null) as Record<string, unknown>, {
  get() {
    throw new Error('`mock` is not part of a graded run: pass a small object of your own instead.');
  },
});
