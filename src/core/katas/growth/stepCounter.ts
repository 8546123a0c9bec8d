// Runs beside the learner's rewritten code, as text (`?source`): it may import nothing.

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Holder = Record<string, unknown>;

interface Steps {
  n: number;
  limit: number;
  /** One function entered, one round of a loop. */
  tick(): void;
  /** So many steps inside a built-in. */
  charge(steps: number): void;
  /** `...value` in a list or a call: charged by its length. */
  spread(value: unknown): unknown;
  /** A value that is walked to its end: `new Set(value)`, `const [first, ...rest] = value`. */
  walked<Value>(value: Value): Value;
  /** `{...value}`. */
  properties<Value>(value: Value): Value;
}

/** Thrown inside the learner's code once it has used its steps up. */
class StepsUsedUp extends Error {}

const steps: Steps = {
  n: 0,
  limit: Infinity,
  tick() {
    if (++this.n > this.limit) throw new StepsUsedUp('steps used up');
  },
  charge(count) {
    this.n += count;
    if (this.n > this.limit) throw new StepsUsedUp('steps used up');
  },
  spread(value) {
    const all = Array.isArray(value) ? (value as unknown[]) : iterate(value);
    this.charge(all.length);
    return all;
  },
  walked(value) {
    this.charge(sizeOf(value));
    return value;
  },
  properties(value) {
    this.charge(typeof value === 'object' && value !== null ? ownKeys(value).length : 0);
    return value;
  },
};
(globalThis as unknown as { katapathSteps: Steps }).katapathSteps = steps;

const { ownKeys, apply } = Reflect;
const { stringify } = JSON;
const iterate = (value: unknown): unknown[] => [...(value as Iterable<unknown>)];
// Taken before they are given prices: what counts must not be counted.
const { ceil, log2, max } = Math;

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  const { length, size } = value as { length?: unknown; size?: unknown };
  return typeof length === 'number' ? length : typeof size === 'number' ? size : 0;
}

/** Where a search that starts at the front ended: what it looked at. A search that found nothing looked at everything. */
const looked = (found: unknown, self: unknown, from: unknown) =>
  typeof found === 'number' && found >= 0 ? found + 1 - numberOr(from, 0) : sizeOf(self) - numberOr(from, 0);
const numberOr = (value: unknown, otherwise: number) => (typeof value === 'number' && value > 0 ? value : otherwise);

type Price = (self: unknown, args: unknown[], result: unknown) => number;
const own: Price = (self) => sizeOf(self);
const made: Price = (_self, _args, result) => sizeOf(result);
const both: Price = (self, _args, result) => sizeOf(self) + sizeOf(result);
const first: Price = (_self, [value]) => sizeOf(value);
const found: Price = (self, [, from], result) => looked(result, self, from);
const contained: Price = (self, [value, from], result) => {
  if (!result) return looked(-1, self, from);
  const at = typeof self === 'string' ? self.indexOf(String(value)) : originals.indexOf.call(self, value);
  return looked(at, self, from);
};
const originals = { indexOf: Array.prototype.indexOf as Method };
/** What `splice` moves: everything behind the place, what it takes out and what it puts in. The array is then changed. */
const spliced: Price = (self, [start, , ...items], result) => {
  const before = sizeOf(self) - items.length + sizeOf(result);
  const at = typeof start === 'number' ? (start < 0 ? before + start : start) : 0;
  return max(0, before - at) + items.length;
};
const sorted: Price = (self, [compare]) => {
  const n = sizeOf(self);
  return typeof compare === 'function' ? n : ceil(n * log2(n + 1));
};

const listMethods: Readonly<Record<string, Price>> = {
  indexOf: found,
  lastIndexOf: own,
  includes: contained,
  shift: (self) => sizeOf(self) + 1,
  unshift: own,
  splice: spliced,
  toSpliced: made,
  slice: made,
  subarray: () => 1,
  concat: made,
  reverse: own,
  toReversed: own,
  fill: (self, [, start]) => max(0, sizeOf(self) - numberOr(start, 0)),
  copyWithin: own,
  join: own,
  flat: both,
  flatMap: made,
  with: own,
  set: first,
  sort: sorted,
  toSorted: sorted,
  toString: own,
};
/** These call back for every element they look at; the calls are counted, so one that stops early is charged little. */
const callingMethods = [
  ...['map', 'filter', 'forEach', 'reduce', 'reduceRight', 'some', 'every', 'flatMap', 'sort', 'toSorted'],
  ...['find', 'findIndex', 'findLast', 'findLastIndex'],
];
const textMethods: Readonly<Record<string, Price>> = {
  indexOf: found,
  lastIndexOf: own,
  includes: contained,
  slice: made,
  substring: made,
  substr: made,
  concat: made,
  repeat: made,
  padStart: made,
  padEnd: made,
  split: both,
  replace: own,
  replaceAll: both,
  toLowerCase: own,
  toUpperCase: own,
  trim: own,
  normalize: own,
  match: own,
  matchAll: own,
  search: own,
  localeCompare: own,
  startsWith: first,
  endsWith: first,
};
const jsonPrice = (text: unknown) => ceil(sizeOf(text) / 4);
const functions: readonly [Holder, Readonly<Record<string, Price>>][] = [
  [Array as unknown as Holder, { from: made, of: made }],
  [
    Object as unknown as Holder,
    {
      keys: made,
      values: made,
      entries: made,
      fromEntries: (_self, _args, result) => ownKeys(result as object).length,
      assign: (_self, [, ...sources]) => sources.reduce<number>((sum, source) => sum + sizeOfObject(source), 0),
      groupBy: first,
    },
  ],
  [Map as unknown as Holder, { groupBy: first }],
  [
    JSON as unknown as Holder,
    { parse: (_self, [text]) => jsonPrice(text), stringify: (_s, _a, text) => jsonPrice(text) },
  ],
  [Math as unknown as Holder, { max: (_self, args) => args.length, min: (_self, args) => args.length }],
  [globalThis as unknown as Holder, { structuredClone: first }],
];
const sizeOfObject = (value: unknown) => (typeof value === 'object' && value !== null ? ownKeys(value).length : 0);

/** Puts prices on the built-ins, and answers how to take them off again. */
function install(): () => void {
  const undo: (() => void)[] = [];
  const replace = (holder: Holder, name: string, make: (original: Method) => Method) => {
    const before = Object.getOwnPropertyDescriptor(holder, name);
    if (!before || typeof before.value !== 'function' || !before.configurable) return;
    Object.defineProperty(holder, name, { ...before, value: make(before.value as Method) });
    undo.push(() => void Object.defineProperty(holder, name, before));
  };
  const price = (holder: Holder, prices: Readonly<Record<string, Price>>) => {
    for (const [name, toSteps] of Object.entries(prices))
      replace(
        holder,
        name,
        (original) =>
          function (...args) {
            const result = apply(original, this, args);
            steps.charge(max(1, toSteps(this, args, result)));
            return result;
          },
      );
  };
  const countCalls = (holder: Holder, names: readonly string[]) => {
    for (const name of names)
      replace(
        holder,
        name,
        (original) =>
          function (callback, ...rest) {
            if (typeof callback !== 'function') return apply(original, this, [callback, ...rest]);
            const counted: Method = function (...args) {
              steps.tick();
              return apply(callback, this, args);
            };
            return apply(original, this, [counted, ...rest]);
          },
      );
  };
  const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as Holder;
  for (const list of [Array.prototype as unknown as Holder, typedArray]) {
    countCalls(list, callingMethods);
    price(list, listMethods);
  }
  countCalls(Map.prototype as unknown as Holder, ['forEach']);
  countCalls(Set.prototype as unknown as Holder, ['forEach']);
  price(Set.prototype as unknown as Holder, {
    union: made,
    intersection: own,
    difference: own,
    symmetricDifference: both,
    isSubsetOf: own,
    isSupersetOf: first,
    isDisjointFrom: own,
  });
  price(String.prototype as unknown as Holder, textMethods);
  for (const [holder, prices] of functions) price(holder, prices);
  return () => undo.reverse().forEach((step) => step());
}

/** A stream of numbers in [0, 1), the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Driver {
  prepare(n: number, order: string, random: () => number): unknown;
  /** Answers what the code under test answered; that is compared with the reference's. */
  run(input: unknown): unknown;
}

interface Count {
  readonly steps: number;
  readonly over: boolean;
  /** As JSON. */
  readonly answer?: string;
}

/** Steps of one call of `run`, and its answer; `over` when it was stopped for using more than it may. */
async function countOnce(driver: Driver, input: unknown, limit: number): Promise<Count> {
  const uninstall = install();
  let answer: unknown;
  steps.n = 0;
  steps.limit = limit;
  try {
    answer = await driver.run(input);
  } catch (error) {
    if (error instanceof StepsUsedUp || steps.n > limit) return { steps: limit, over: true };
    throw error;
  } finally {
    steps.limit = Infinity;
    uninstall();
  }
  // What is made of the answer costs nothing.
  return { steps: steps.n, over: false, answer: stringify(answer) ?? 'null' };
}

/** Counts for every size and order; a size at which the steps ran out is the last. */
export async function countSteps(
  driver: Driver,
  job: { sizes: readonly number[]; orders: readonly string[]; seed: number; limit: number },
): Promise<(Count & { n: number; order: string })[]> {
  const counts: (Count & { n: number; order: string })[] = [];
  for (const n of job.sizes) {
    for (const order of job.orders) {
      const input = driver.prepare(n, order, createRandom(job.seed + n));
      counts.push({ n, order, ...(await countOnce(driver, input, job.limit)) });
    }
    if (counts.some(({ over }) => over)) break;
  }
  return counts;
}
