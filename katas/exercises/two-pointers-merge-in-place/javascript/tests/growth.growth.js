import { mergeInto } from '../merge-into.js';

/** Two ascending runs of `n / 2` numbers: mixed, or all of the source above, or all of it below the target's own. */
export function prepare(n, order, random) {
  const count = Math.floor(n / 2);
  const run = () => Array.from({ length: count }, () => Math.floor(random() * 10 * n)).sort((a, b) => a - b);
  const shifts = { ascending: 10 * n, descending: -10 * n };
  const source = run().map((number) => number + (shifts[order] ?? 0));
  return { target: [...run(), ...source.map(() => 0)], count, source };
}

export function run({ target, count, source }) {
  mergeInto(target, count, source);
  return target;
}
