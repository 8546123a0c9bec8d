import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { SourcePlace, TestFailure } from '../../../core/runs/event.ts';

/** How values are printed for a person to compare. */
const printing = { depth: 6, sorted: true, maxArrayLength: 200, maxStringLength: 10_000, breakLength: 80 } as const;

/** Assertions that hold one value against another; for the others the message says all. */
const comparisons = new Set(['strictEqual', 'deepStrictEqual', 'equal', 'deepEqual', 'partialDeepStrictEqual', '==']);

const longestMessage = 4000;
const longestDetails = 200_000;

/** Turns what was thrown into words, printed values and places below `root`. Whatever was thrown, this does not throw. */
export function describeFailure(error: unknown, root: string): TestFailure {
  const stack = places(error, root);
  const values = comparedValues(error);
  const message = cut(values?.isGenerated ? comparison(values, error) : messageOf(error));
  const { expected, actual } = values ?? {};
  const details = detailsOf(error);
  const failure = { message, stack, ...(values && { expected, actual }), ...(details !== undefined && { details }) };
  return without(failure) as unknown as TestFailure;
}

/** The longer account that an error carries, such as the trace of a simulated run. */
function detailsOf(error: unknown): string | undefined {
  const details = attempt(() => (error as { readonly details?: unknown }).details, undefined);
  return typeof details === 'string' ? cut(details, longestDetails) : undefined;
}

/** The innermost places below `root` in an error's stack. */
export function places(error: unknown, root: string): SourcePlace[] {
  const stack = attempt(() => String((error as Error).stack), '');
  const url = `${pathToFileURL(root).href}/`;
  return stack.split('\n').flatMap((line) => {
    const start = /^\s+at /.test(line) ? line.indexOf(url) : -1;
    const [, name, at, column] = start < 0 ? [] : (/^(.+?):(\d+):(\d+)\)?$/.exec(line.slice(start + url.length)) ?? []);
    return name ? [without({ file: decodeURIComponent(name), line: Number(at), column: Number(column) })] : [];
  }) as SourcePlace[];
}

export function messageOf(error: unknown): string {
  return attempt(() => {
    if (!(error instanceof Error)) return `Thrown: ${inspect(error, printing)}`;
    const isPlain = error.name === 'Error' || error.name === 'AssertionError';
    const words = isPlain ? error.message : `${error.name}: ${error.message}`;
    return error.cause === undefined ? words : `${words}\nCaused by: ${messageOf(error.cause)}`;
  }, 'Something was thrown that cannot be printed.');
}

interface ComparedValues {
  readonly expected: string;
  readonly actual: string;
  readonly isGenerated: boolean;
}

function comparedValues(error: unknown): ComparedValues | undefined {
  return attempt(() => {
    const { code, operator, expected, actual, generatedMessage } = error as Record<string, unknown>;
    if (code !== 'ERR_ASSERTION' || !comparisons.has(String(operator))) return undefined;
    // `assert.ok(…)` compares with true: nothing to see in that.
    if (operator === '==' && typeof expected === 'boolean') return undefined;
    const isText = typeof expected === 'string' && typeof actual === 'string';
    const print = (value: unknown) => cut(isText ? String(value) : inspect(value, printing), 50_000);
    return { expected: print(expected), actual: print(actual), isGenerated: generatedMessage === true };
  }, undefined);
}

function comparison({ expected, actual }: ComparedValues, error: unknown): string {
  const short = `Expected ${expected}, got ${actual}.`;
  return short.length <= 160 && !short.includes('\n') ? short : messageOf(error).split('\n', 1)[0]!.replace(/:$/, '.');
}

const cut = (text: string, longest = longestMessage) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** The same object without a prototype; see `Send`. */
function without(value: object): object {
  return Object.setPrototypeOf(value, null) as object;
}

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
