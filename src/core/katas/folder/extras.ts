import type { Language } from '../../model/kata.ts';

const moduleMarker = '{ "private": true, "type": "module" }\n';

/**
 * What makes a folder comfortable in a terminal and an editor, where a language needs it: that `.js` files are modules,
 * and what the TypeScript editor must know so that pristine tests show no squiggles without an install.
 */
export const languageExtras: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  javascript: { 'package.json': moduleMarker },
  typescript: {
    'package.json': moduleMarker,
    'tsconfig.json': `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "ESNext",
    "moduleResolution": "bundler",
    "strict": true,
    "noEmit": true,
    "allowImportingTsExtensions": true,
    "resolveJsonModule": true,
    "skipLibCheck": true,
    "types": []
  }
}
`,
    'tests/node.d.ts': `// Just enough for the editor to know Node's test runner without an install. With @types/node you may delete this file.
declare module 'node:test' {
  type Body = (context: unknown) => void | Promise<void>;
  interface Test {
    (name: string, body: Body): void;
    only(name: string, body: Body): void;
    skip(name: string, body?: Body): void;
    todo(name: string, body?: Body): void;
  }
  export const test: Test;
  export const it: Test;
  export const describe: (name: string, body: () => void) => void;
  export const before: (body: () => void | Promise<void>) => void;
  export const after: (body: () => void | Promise<void>) => void;
  export const beforeEach: (body: () => void | Promise<void>) => void;
  export const afterEach: (body: () => void | Promise<void>) => void;
  export default test;
}
declare module 'node:assert/strict' {
  interface Assert {
    (value: unknown, message?: string): asserts value;
    ok(value: unknown, message?: string): asserts value;
    equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
    notEqual(actual: unknown, expected: unknown, message?: string): void;
    deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
    notDeepEqual(actual: unknown, expected: unknown, message?: string): void;
    throws(body: () => unknown, expected?: unknown, message?: string): void;
    doesNotThrow(body: () => unknown, message?: string): void;
    rejects(body: Promise<unknown> | (() => Promise<unknown>), expected?: unknown, message?: string): Promise<void>;
    match(text: string, pattern: RegExp, message?: string): void;
    doesNotMatch(text: string, pattern: RegExp, message?: string): void;
    fail(message?: string): never;
  }
  const assert: Assert;
  export default assert;
}
declare module 'node:fs' {
  export function readFileSync(file: string | URL, encoding: 'utf8'): string;
}
interface ImportMeta {
  readonly url: string;
}
declare class URL {
  constructor(url: string, base?: string | URL);
}
declare const console: { log(...values: unknown[]): void };
`,
  },
};
