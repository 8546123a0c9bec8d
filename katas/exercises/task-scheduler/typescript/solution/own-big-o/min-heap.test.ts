import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MinHeap } from './min-heap.ts';

/** A comparator for numbers that counts how often it is asked. */
function countingComparator() {
  const compare = (left: number, right: number): number => {
    compare.calls += 1;
    return left - right;
  };
  compare.calls = 0;
  return compare;
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const orders: Record<string, (n: number) => number[]> = {
  ascending: (n) => Array.from({ length: n }, (_, place) => place),
  descending: (n) => Array.from({ length: n }, (_, place) => n - place),
  random: (n) => {
    const random = seededRandom(n);
    return Array.from({ length: n }, () => random());
  },
};

function popAll(heap: MinHeap<number>): number[] {
  const taken: number[] = [];
  for (let left = heap.size; left > 0; left -= 1) taken.push(heap.pop() as number);
  return taken;
}

/** The most comparisons that one of many calls has cost. */
function dearest(calls: readonly (() => void)[], compare: { calls: number }): number {
  let most = 0;
  for (const call of calls) {
    compare.calls = 0;
    call();
    most = Math.max(most, compare.calls);
  }
  return most;
}

describe('MinHeap gives the right answers', () => {
  test('pops random lists in order, pushed or built', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 60; round += 1) {
      const items = Array.from({ length: round % 20 }, () => Math.floor(random() * 15));
      const sorted = [...items].sort((left, right) => left - right).join(' ');
      const pushed = new MinHeap<number>();
      for (const item of items) pushed.push(item);
      assert.equal(popAll(pushed).join(' '), sorted, `pushing ${items}`);
      assert.equal(popAll(MinHeap.from(items)).join(' '), sorted, `building from ${items}`);
    }
  });

  test('keeps order when pushes and pops take turns', () => {
    const heap = MinHeap.from([9, 4, 6]);
    const taken = [heap.pop()];
    heap.push(1);
    heap.push(8);
    taken.push(heap.pop(), heap.peek(), heap.pop());
    heap.push(2);
    assert.equal([...taken, ...popAll(heap)].join(' '), '4 1 6 6 2 8 9');
  });

  test('is empty when nothing is in it', () => {
    const heap = new MinHeap<number>();
    assert.equal(heap.size, 0);
    assert.equal(heap.peek(), undefined);
    assert.equal(heap.pop(), undefined);
    assert.equal(heap.size, 0);
  });

  test('asks the comparator it was given', () => {
    const largestFirst = (left: number, right: number): number => right - left;
    assert.equal(popAll(MinHeap.from([2, 3, 1], largestFirst)).join(' '), '3 2 1');
    const heap = new MinHeap<number>(largestFirst);
    for (const item of [2, 3, 1]) heap.push(item);
    assert.equal(popAll(heap).join(' '), '3 2 1');
  });

  test('leaves the array alone that it was built from', () => {
    const items = [5, 3, 8, 1];
    MinHeap.from(items).push(0);
    assert.equal(items.join(' '), '5 3 8 1');
  });
});

describe('MinHeap costs what a heap may cost', () => {
  for (const [order, make] of Object.entries(orders)) {
    for (const n of [64, 1024]) {
      const items = make(n);

      test(`pushing ${n} items in ${order} order compares once a level at most`, () => {
        const compare = countingComparator();
        const heap = new MinHeap<number>(compare);
        const most = dearest(
          items.map((item) => () => heap.push(item)),
          compare,
        );
        assert.ok(most <= Math.log2(n) + 1, `one push cost ${most} comparisons`);
      });

      test(`popping ${n} items pushed in ${order} order compares twice a level at most`, () => {
        const compare = countingComparator();
        const heap = new MinHeap<number>(compare);
        for (const item of items) heap.push(item);
        const most = dearest(
          items.map(() => () => heap.pop()),
          compare,
        );
        assert.ok(most <= 2 * Math.log2(n) + 2, `one pop cost ${most} comparisons`);
      });

      test(`building from ${n} items in ${order} order compares a few times an item`, () => {
        const compare = countingComparator();
        MinHeap.from(items, compare);
        assert.ok(compare.calls <= 3 * n, `building cost ${compare.calls} comparisons`);
      });
    }
  }

  test('peeking costs no comparison', () => {
    const compare = countingComparator();
    const heap = MinHeap.from([3, 1, 2], compare);
    compare.calls = 0;
    heap.peek();
    assert.equal(compare.calls, 0);
  });
});
