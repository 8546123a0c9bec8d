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

describe('MinHeap', () => {
  test('peeking costs no comparison', () => {
    const compare = countingComparator();
    const heap = MinHeap.from([3, 1, 2], compare);
    compare.calls = 0;
    heap.peek();
    assert.equal(compare.calls, 0);
  });

  // Last stage: what else must a heap do, and what may it cost?
});
