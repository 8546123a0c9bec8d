import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MinHeap } from '../min-heap.ts';

interface Job {
  name: string;
  priority: number;
  arrival: number;
}

/** Pops until nothing is left; gives up when a heap never becomes empty. */
function popAll<T>(heap: MinHeap<T>): T[] {
  const taken: T[] = [];
  const most = heap.size;
  while (heap.size > 0 && taken.length <= most) taken.push(heap.pop() as T);
  return taken;
}

/** Compares two lists without printing more than the first place that differs. */
function expectList(actual: readonly unknown[], expected: readonly unknown[], story: string): void {
  const place = expected.findIndex((item, index) => item !== actual[index]);
  if (place === -1 && actual.length === expected.length) return;
  if (place === -1) assert.fail(`${story}: should be ${expected.length} items, not ${actual.length}`);
  assert.fail(
    `${story}: place ${place} should be ${JSON.stringify(expected[place])}, not ${JSON.stringify(actual[place])}`,
  );
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const descending = (left: number, right: number): number => right - left;

describe('MinHeap', () => {
  test('is empty at first', () => {
    const heap = new MinHeap<number>();
    assert.equal(heap.size, 0, `the size of new MinHeap() should be 0, not ${heap.size}`);
  });

  test('has nothing to give when it is empty', () => {
    const heap = new MinHeap<number>();
    assert.equal(heap.peek(), undefined, `peek() of an empty heap should be undefined, not ${heap.peek()}`);
    const taken = heap.pop();
    assert.equal(taken, undefined, `pop() of an empty heap should be undefined, not ${taken}`);
    assert.equal(heap.size, 0, `after pop() of an empty heap the size should be 0, not ${heap.size}`);
  });

  test('gives back a single item', () => {
    const heap = new MinHeap<number>();
    heap.push(7);
    const taken = heap.pop();
    assert.equal(taken, 7, `push(7), pop() should give 7, not ${taken}`);
    assert.equal(heap.size, 0, `push(7), pop() should leave size 0, not ${heap.size}`);
  });

  test('peeks at the smallest item and leaves it there', () => {
    const heap = new MinHeap<number>();
    const seen = [5, 3, 8, 1].map((item) => {
      heap.push(item);
      return heap.peek();
    });
    expectList(seen, [5, 3, 3, 1], 'peek() after each push of 5, 3, 8, 1');
    assert.equal(heap.size, 4, `four pushes and four peeks should leave size 4, not ${heap.size}`);
  });

  test('pops from the smallest to the largest', () => {
    const heap = new MinHeap<number>();
    for (const item of [5, 3, 8, 1, 9, 2, 7]) heap.push(item);
    expectList(popAll(heap), [1, 2, 3, 5, 7, 8, 9], 'all pops after pushing 5, 3, 8, 1, 9, 2, 7');
  });

  test('keeps each of several equal items', () => {
    const heap = new MinHeap<number>();
    for (const item of [4, 1, 4, 1, 4]) heap.push(item);
    assert.equal(heap.size, 5, `five pushes should make size 5, not ${heap.size}`);
    expectList(popAll(heap), [1, 1, 4, 4, 4], 'all pops after pushing 4, 1, 4, 1, 4');
  });

  test('treats zero like any other item', () => {
    const heap = new MinHeap<number>();
    for (const item of [0, 2, -1, 0]) heap.push(item);
    expectList(popAll(heap), [-1, 0, 0, 2], 'all pops after pushing 0, 2, -1, 0');
  });

  test('counts its items through pushes and pops', () => {
    const heap = new MinHeap<number>();
    const sizes: number[] = [];
    for (const item of [6, 4, 5]) {
      heap.push(item);
      sizes.push(heap.size);
    }
    for (let round = 0; round < 4; round += 1) {
      heap.pop();
      sizes.push(heap.size);
    }
    expectList(sizes, [1, 2, 3, 2, 1, 0, 0], 'size after three pushes and four pops');
  });

  test('takes pushes between pops', () => {
    const heap = new MinHeap<number>();
    for (const item of [5, 9, 7]) heap.push(item);
    const taken = [heap.pop()];
    for (const item of [1, 8]) heap.push(item);
    taken.push(heap.pop(), heap.pop());
    heap.push(6);
    taken.push(...popAll(heap));
    expectList(taken, [5, 1, 7, 6, 8, 9], 'push 5 9 7, pop, push 1 8, pop twice, push 6, pop the rest');
  });

  test('works again after it ran empty', () => {
    const heap = new MinHeap<number>();
    heap.push(2);
    heap.pop();
    heap.pop();
    for (const item of [3, 1]) heap.push(item);
    expectList(popAll(heap), [1, 3], 'push 2, pop twice, push 3 and 1, pop the rest');
  });

  test('orders by the comparator it is given', () => {
    const heap = new MinHeap<number>(descending);
    for (const item of [5, 3, 8, 1]) heap.push(item);
    expectList(popAll(heap), [8, 5, 3, 1], 'all pops after pushing 5, 3, 8, 1 with the comparator right - left');
  });

  test('gives back the very objects it was given', () => {
    const jobs: Job[] = [3, 1, 2].map((priority) => ({ name: `job ${priority}`, priority, arrival: 0 }));
    const heap = new MinHeap<Job>((left, right) => left.priority - right.priority);
    for (const job of jobs) heap.push(job);
    const taken = popAll(heap);
    expectList(
      taken.map(({ name }) => name),
      ['job 1', 'job 2', 'job 3'],
      'jobs of priority 3, 1, 2 by priority',
    );
    assert.ok(taken[0] === jobs[1], 'pop() should give back the same object that was pushed, not a copy');
  });

  test('leaves ties to the comparator', () => {
    const byPriorityThenArrival = (left: Job, right: Job): number =>
      left.priority - right.priority || left.arrival - right.arrival;
    const heap = new MinHeap<Job>(byPriorityThenArrival);
    for (let arrival = 0; arrival < 40; arrival += 1)
      heap.push({ name: `${arrival % 2}/${arrival}`, priority: arrival % 2, arrival });
    const even = Array.from({ length: 20 }, (_, place) => `0/${2 * place}`);
    const odd = Array.from({ length: 20 }, (_, place) => `1/${2 * place + 1}`);
    expectList(
      popAll(heap).map(({ name }) => name),
      [...even, ...odd],
      '40 jobs by priority, then by arrival',
    );
  });

  test('is built from an array', () => {
    const heap = MinHeap.from([5, 3, 8, 1, 9, 2, 7]);
    assert.equal(heap.size, 7, `the size of MinHeap.from of seven items should be 7, not ${heap.size}`);
    heap.push(4);
    expectList(popAll(heap), [1, 2, 3, 4, 5, 7, 8, 9], 'MinHeap.from([5, 3, 8, 1, 9, 2, 7]), push 4, all pops');
  });

  test('is built from very short arrays', () => {
    expectList(popAll(MinHeap.from<number>([])), [], 'all pops of MinHeap.from([])');
    expectList(popAll(MinHeap.from([6])), [6], 'all pops of MinHeap.from([6])');
    expectList(popAll(MinHeap.from([6, 2])), [2, 6], 'all pops of MinHeap.from([6, 2])');
    expectList(popAll(MinHeap.from([6, 2, 4])), [2, 4, 6], 'all pops of MinHeap.from([6, 2, 4])');
  });

  test('is built with a comparator of its own', () => {
    expectList(
      popAll(MinHeap.from([5, 3, 8, 1], descending)),
      [8, 5, 3, 1],
      'from([5, 3, 8, 1], right - left), all pops',
    );
  });

  test('leaves the array it was built from alone', () => {
    const items = [5, 3, 8, 1];
    const heap = MinHeap.from(items);
    expectList(items, [5, 3, 8, 1], 'the array after MinHeap.from(array)');
    heap.push(0);
    expectList(items, [5, 3, 8, 1], 'the array after a push to the heap built from it');
    items[0] = -100;
    expectList(popAll(heap), [0, 1, 3, 5, 8], 'all pops after the array was changed from outside');
  });

  test('is built with at most three comparisons an item', () => {
    const n = 2000;
    const random = seededRandom(11);
    const inputs = {
      descending: Array.from({ length: n }, (_, place) => n - place),
      random: Array.from({ length: n }, () => random()),
    };
    for (const [name, items] of Object.entries(inputs)) {
      let calls = 0;
      MinHeap.from(items, (left, right) => {
        calls += 1;
        return left - right;
      });
      assert.ok(
        calls <= 3 * n,
        `MinHeap.from ${n} items in ${name} order: should compare at most ${3 * n} times, not ${calls}`,
      );
    }
  });

  test('agrees with sorting on 200 random lists', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 200; round += 1) {
      const items = Array.from({ length: Math.floor(random() * 40) }, () => Math.floor(random() * 30) - 15);
      const sorted = [...items].sort((left, right) => left - right);
      const pushed = new MinHeap<number>();
      for (const item of items) pushed.push(item);
      expectList(popAll(pushed), sorted, `all pops after pushing ${JSON.stringify(items)}`);
      expectList(popAll(MinHeap.from(items)), sorted, `all pops of MinHeap.from(${JSON.stringify(items)})`);
    }
  });

  test('shares nothing with other heaps', () => {
    const one = new MinHeap<number>();
    const other = new MinHeap<number>();
    one.push(1);
    assert.equal(other.size, 0, `a push to one heap should leave another at size 0, not ${other.size}`);
  });

  test('is written from scratch', () => {
    const [sorting] = /\b(toSorted|sort)\s*\(/.exec(MinHeap.toString()) ?? [];
    assert.equal(sorting, undefined, `MinHeap should find its order itself, not by calling ${sorting}...)`);
  });
});
