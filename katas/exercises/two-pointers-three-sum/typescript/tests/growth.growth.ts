import { threeSum } from '../three-sum.ts';

interface Input {
  numbers: number[];
  target: number;
}

/**
 * `n` multiples of three, and a target that is none: no three of them add up, so nothing but the search is counted.
 * The target lies in the middle of the possible sums, near the smallest or near the largest.
 */
export function prepare(n: number, order: string, random: () => number): Input {
  const numbers = Array.from({ length: n }, () => 3 * Math.floor(random() * 8 * n));
  const targets: Record<string, number> = { ascending: 12 * n + 1, descending: 60 * n + 1 };
  return { numbers, target: targets[order] ?? 36 * n + 1 };
}

export function run(input: Input): unknown {
  return threeSum(input.numbers, input.target);
}
