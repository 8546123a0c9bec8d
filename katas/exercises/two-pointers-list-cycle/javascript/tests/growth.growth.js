import { cycleStart } from '../list-cycle.js';

/** A list of `n` nodes: one that ends, one that is all cycle, or one whose last node leads back to the middle. */
export function prepare(n, order) {
  const nodes = Array.from({ length: n }, (_, value) => ({ value, next: null }));
  for (let place = 1; place < n; place += 1) nodes[place - 1].next = nodes[place];
  if (order !== 'ascending') nodes[n - 1].next = nodes[order === 'descending' ? 0 : Math.floor(n / 2)];
  return nodes[0];
}

export function run(head) {
  return cycleStart(head)?.value;
}
