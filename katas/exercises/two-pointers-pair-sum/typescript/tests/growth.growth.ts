import { pairSum } from '../pair-sum.ts';

interface Input {
  numbers: number[];
  target: number;
}

/**
 * An ascending list of `n` even numbers and an odd target: no pair fits, so nothing ends the search early.
 * The target is put where the two pointers meet in the middle, near the front or near the back.
 */
export function prepare(n: number, order: string, random: () => number): Input {
  const numbers: number[] = [];
  let value = -2 * n;
  for (let place = 0; place < n; place += 1) {
    value += 2 + 2 * Math.floor(random() * 4);
    numbers.push(value);
  }
  const first = numbers[0];
  const last = numbers[n - 1];
  const targets: Record<string, number> = { ascending: 2 * first + 1, descending: 2 * last - 1 };
  return { numbers, target: targets[order] ?? first + last + 1 };
}

export function run(input: Input): unknown {
  return pairSum(input.numbers, input.target);
}
