import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { open, play, Shelf, show } from './shelf.ts';

/** A tree with so many runs, each of which holds every so-manieth of the keys k100 to k199. */
function interleaved(shelf: Shelf, runs: number) {
  const tree = open(shelf, { memtable: 1000, blockSize: 4 });
  for (let run = 0; run < runs; run += 1) {
    for (let number = 100 + run; number < 200; number += runs) tree.put(`k${number}`, `v${number}`);
    tree.flush();
  }
  return tree;
}

function readsOf(shelf: Shelf, call: () => unknown): number {
  shelf.reads = 0;
  call();
  return shelf.reads;
}

describe('A sorted run', () => {
  test('is read in one block at most for a key', () => {
    const shelf = new Shelf();
    const tree = interleaved(shelf, 1);
    for (let number = 100; number < 200; number += 1) {
      const reads = readsOf(shelf, () =>
        assert.equal(tree.get(`k${number}`), `v${number}`, `get k${number} should be v${number}`),
      );
      assert.ok(reads <= 1, `one run of 25 blocks: get k${number} should read 1 block, not ${reads}`);
    }
  });

  test('is read in one block at most for a key that is not there', () => {
    const shelf = new Shelf();
    const tree = interleaved(shelf, 3);
    for (const key of ['k1005', 'k150x', 'k1985'])
      assert.ok(
        readsOf(shelf, () => tree.get(key)) <= 3,
        `three runs: get ${key}, which is not there, should read at most 3 blocks`,
      );
  });

  test('is not read at all for a key outside of it', () => {
    const shelf = new Shelf();
    const tree = interleaved(shelf, 3);
    for (const key of ['a', 'k09', 'k2', 'z']) {
      const reads = readsOf(shelf, () => tree.get(key));
      assert.equal(reads, 0, `runs from k100 to k199: get ${key} should read nothing, not ${reads} blocks`);
    }
  });

  test('is not read when a newer one has the answer', () => {
    const shelf = new Shelf();
    const tree = interleaved(shelf, 4);
    play(tree, 'put k150 new', 'remove k151', 'flush');
    for (const key of ['k150', 'k151']) {
      const reads = readsOf(shelf, () => tree.get(key));
      assert.equal(reads, 1, `${key} stands in the newest of five runs: get should read 1 block, not ${reads}`);
    }
  });

  test('is not read for what is in memory', () => {
    const shelf = new Shelf();
    const tree = interleaved(shelf, 2);
    play(tree, 'put k150 new', 'remove k151');
    for (const key of ['k150', 'k151'])
      assert.equal(
        readsOf(shelf, () => tree.get(key)),
        0,
        `${key} was changed in memory: get should read nothing`,
      );
  });

  test('is found again when the tree is opened again', () => {
    const shelf = new Shelf();
    play(open(shelf), 'put a 1', 'put b 2', 'put c 3', 'flush', 'put b 4', 'remove c', 'flush');
    const tree = open(shelf);
    assert.equal(show(tree), 'a 1, b 4', `opened again: should hold "a 1, b 4", not "${show(tree)}"`);
    assert.equal(tree.get('b'), '4', 'opened again: get b should be 4');
  });

  test('keeps its age when the tree is opened again', () => {
    const shelf = new Shelf();
    for (let round = 0; round < 25; round += 1) play(open(shelf), `put a ${round}`, `put r${round} x`, 'flush');
    assert.equal(shelf.runs.size, 25, `25 flushes should leave 25 runs, not ${shelf.runs.size}`);
    const actual = open(shelf).get('a');
    assert.equal(actual, '24', `25 times opened, a put and flushed: get a should be 24, not ${actual}`);
  });

  test('needs one read for a key after it was opened again', () => {
    const shelf = new Shelf();
    interleaved(shelf, 1);
    const tree = open(shelf);
    const reads = readsOf(shelf, () => tree.get('k142'));
    assert.equal(reads, 1, `opened again: get k142 should read 1 block, not ${reads}`);
  });
});
