import { partition } from '../partition.ts';

/** `n` numbers from 0 to 8, mixed, ascending or descending; 4 is the pivot and stands there often. */
export function prepare(n: number, order: string, random: () => number): number[] {
  const numbers = Array.from({ length: n }, () => Math.floor(random() * 9));
  if (order === 'ascending') numbers.sort((a, b) => a - b);
  if (order === 'descending') numbers.sort((a, b) => b - a);
  return numbers;
}

export function run(numbers: number[]): unknown {
  return partition(numbers, 4);
}
