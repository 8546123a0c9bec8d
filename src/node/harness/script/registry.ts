import { suiteSeparator } from '../../../core/runs/testNames.ts';
import type { SourcePlace } from '../../../core/runs/event.ts';
import type { Body, Hook, HookName, TestOptions } from './context.ts';

export interface Test {
  readonly kind: 'test';
  readonly name: string;
  readonly options: TestOptions;
  readonly body: Body | undefined;
  readonly place: SourcePlace | undefined;
}

export interface Suite {
  readonly kind: 'suite';
  readonly name: string;
  readonly isSkipped: boolean;
  readonly children: (Test | Suite)[];
  readonly hooks: Readonly<Record<HookName, Hook[]>>;
}

export function createSuite(name: string, isSkipped: boolean): Suite {
  return {
    kind: 'suite',
    name,
    isSkipped,
    children: [],
    hooks: { before: [], after: [], beforeEach: [], afterEach: [] },
  };
}

/** What one load of the test files declared. */
export class Registry {
  readonly root = createSuite('', false);
  /** Bodies of suites that are asynchronous; to be awaited before the tests are run. */
  readonly pending: Promise<unknown>[] = [];
  private current = this.root;

  addTest(test: Omit<Test, 'kind'>): void {
    this.current.children.push({ kind: 'test', ...test });
  }

  addHook(name: HookName, hook: Hook): void {
    this.current.hooks[name].push(hook);
  }

  /** Forgets every test but those with these full names. */
  async keepOnly(names: ReadonlySet<string>): Promise<void> {
    await Promise.all(this.pending);
    keepInSuite(this.root, [], names);
  }

  addSuite(name: string, isSkipped: boolean, body: (() => unknown) | undefined): void {
    const suite = createSuite(name, isSkipped);
    const outer = this.current;
    outer.children.push(suite);
    this.current = suite;
    try {
      const result = body?.();
      if (result instanceof Promise) this.pending.push(result);
    } finally {
      this.current = outer;
    }
  }
}

function keepInSuite(suite: Suite, path: readonly string[], names: ReadonlySet<string>): void {
  for (const child of suite.children) if (child.kind === 'suite') keepInSuite(child, [...path, child.name], names);
  const kept = suite.children.filter(
    (child) => child.kind === 'suite' || names.has([...path, child.name].join(suiteSeparator)),
  );
  suite.children.splice(0, Infinity, ...kept);
}
