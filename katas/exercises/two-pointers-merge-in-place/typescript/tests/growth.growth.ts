import { mergeInto } from '../merge-into.ts';

interface Input {
  target: number[];
  count: number;
  source: number[];
}

/** Two ascending runs of `n / 2` numbers: mixed, or all of the source above, or all of it below the target's own. */
export function prepare(n: number, order: string, random: () => number): Input {
  const count = Math.floor(n / 2);
  const run = () => Array.from({ length: count }, () => Math.floor(random() * 10 * n)).sort((a, b) => a - b);
  const shifts: Record<string, number> = { ascending: 10 * n, descending: -10 * n };
  const source = run().map((number) => number + (shifts[order] ?? 0));
  return { target: [...run(), ...source.map(() => 0)], count, source };
}

export function run({ target, count, source }: Input): number[] {
  mergeInto(target, count, source);
  return target;
}
