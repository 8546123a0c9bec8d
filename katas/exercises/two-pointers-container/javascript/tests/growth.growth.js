import { mostWater } from '../most-water.js';

/** `n` walls: of random height, rising from left to right, or falling. */
export function prepare(n, order, random) {
  const heights = Array.from({ length: n }, () => 1 + Math.floor(random() * 10 * n));
  if (order === 'ascending') heights.sort((a, b) => a - b);
  if (order === 'descending') heights.sort((a, b) => b - a);
  return heights;
}

export function run(heights) {
  return mostWater(heights);
}
