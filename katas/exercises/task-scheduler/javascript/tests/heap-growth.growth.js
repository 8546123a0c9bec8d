import { MinHeap } from '../min-heap.js';

const rounds = 64;

/** `count` numbers; `ascending` ones come after all numbers of earlier calls, `descending` ones before them. */
function makeItems(count, order, random, first) {
  return Array.from({ length: count }, (_, place) => {
    if (order === 'ascending') return first + place;
    return order === 'descending' ? -first - place : random();
  });
}

/** A heap that holds `n` items already, and a few more to push while it is watched. */
export function prepare(n, order, random) {
  const heap = new MinHeap();
  for (const item of makeItems(n + 1, order, random, 0)) heap.push(item);
  heap.pop();
  return { heap, items: makeItems(rounds, order, random, n + 1) };
}

/** As many pushes and pops whatever `n` is: what grows is the cost of one of them. */
export function run({ heap, items }) {
  for (const item of items) {
    heap.push(item);
    heap.pop();
  }
}
