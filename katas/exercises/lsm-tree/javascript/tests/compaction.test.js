import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { open, play, seededRandom, Shelf, show } from './shelf.js';

const life = ['put a 1', 'put b 2', 'put c 3', 'flush', 'put b 4', 'remove a', 'flush', 'put d 5', 'remove c', 'flush'];

function entriesOf(shelf) {
  return [...shelf.runs.values()]
    .flat()
    .flatMap((block) => JSON.parse(block))
    .join(' ');
}

describe('Compaction', () => {
  test('leaves one run with the newest values', () => {
    const shelf = new Shelf();
    const tree = open(shelf);
    play(tree, ...life, 'compact');
    assert.equal(shelf.runs.size, 1, `after compact there should be one run, not ${shelf.runs.size}`);
    assert.equal(show(tree), 'b 4, d 5', `should still hold "b 4, d 5", not "${show(tree)}"`);
    assert.equal(show(open(shelf)), 'b 4, d 5', 'the same when it is opened again');
  });

  test('drops what was replaced, and removals', () => {
    const shelf = new Shelf();
    play(open(shelf), ...life, 'compact');
    assert.equal(entriesOf(shelf), 'b,4 d,5', `the run should hold b and d and nothing else, not ${entriesOf(shelf)}`);
  });

  test('keeps blocks small and sorted', () => {
    const shelf = new Shelf();
    play(open(shelf), 'put c 1', 'put a 2', 'flush', 'put d 3', 'put b 4', 'flush', 'put e 5', 'flush', 'compact');
    const blocks = [...shelf.runs.values()][0].map((block) =>
      JSON.parse(block)
        .map(([key]) => key)
        .join(),
    );
    assert.equal(blocks.join(' '), 'a,b c,d e', `five keys in blocks of two: should be "a,b c,d e", not "${blocks}"`);
  });

  test('leaves nothing when everything was removed', () => {
    const shelf = new Shelf();
    const tree = open(shelf);
    play(tree, 'put a 1', 'put b 2', 'flush', 'remove a', 'remove b', 'flush', 'compact');
    assert.equal(entriesOf(shelf), '', 'everything was removed: no entries should be left');
    assert.equal(show(tree), '', 'everything was removed: the tree should hold nothing');
    play(tree, 'put c 3', 'flush');
    assert.equal(show(open(shelf)), 'c 3', 'a put after it should be found');
  });

  test('leaves alone what is in memory', () => {
    const shelf = new Shelf();
    const tree = open(shelf);
    play(tree, 'put a 1', 'flush', 'put a 2', 'flush', 'put a 3', 'compact');
    assert.equal(tree.get('a'), '3', 'a was put in memory before compact: get a should be 3');
    play(tree, 'remove a', 'compact', 'flush');
    assert.equal(open(shelf).get('a'), undefined, 'a was removed in memory before compact: it should stay removed');
  });

  test('happens by itself when there are too many runs', () => {
    const shelf = new Shelf();
    const tree = open(shelf, { memtable: 2, maxRuns: 3 });
    for (let number = 0; number < 40; number += 1) {
      play(tree, `put k${number} v`);
      assert.ok(shelf.runs.size <= 3, `maxRuns 3: after ${number + 1} puts there are ${shelf.runs.size} runs`);
    }
    assert.equal(tree.scan('', '~').length, 40, '40 keys were put: all of them should be there');
  });

  test('does not happen before there are too many runs', () => {
    const shelf = new Shelf();
    play(open(shelf, { maxRuns: 3 }), 'put a 1', 'flush', 'put a 2', 'flush', 'put a 3', 'flush');
    assert.equal(shelf.runs.size, 3, `maxRuns 3: three runs should stay three, not ${shelf.runs.size}`);
  });

  test('survives the loss of power at any moment', () => {
    for (let changes = 0; changes < 6; changes += 1) {
      const shelf = new Shelf();
      const tree = open(shelf);
      play(tree, ...life);
      shelf.left = changes;
      try {
        tree.compact();
      } catch {
        // The power is out.
      }
      shelf.left = Infinity;
      const again = open(shelf);
      const story = `power gone before change ${changes + 1} of the compaction`;
      assert.equal(show(again), 'b 4, d 5', `${story}, opened again: should hold "b 4, d 5", not "${show(again)}"`);
      play(again, 'put e 6', 'flush', 'compact');
      const actual = show(open(shelf));
      assert.equal(
        actual,
        'b 4, d 5, e 6',
        `${story}, then a put and compact: should hold "b 4, d 5, e 6", not "${actual}"`,
      );
    }
  });

  test('agrees with a plain map on 2000 random calls with restarts', () => {
    const random = seededRandom(4);
    const shelf = new Shelf();
    const options = { memtable: 6, blockSize: 3, maxRuns: 4 };
    let tree = open(shelf, options);
    const model = new Map();
    for (let round = 0; round < 2000; round += 1) {
      const key = `k${Math.floor(random() * 30)}`;
      if (random() < 0.6) {
        tree.put(key, `v${round}`);
        model.set(key, `v${round}`);
      } else {
        tree.remove(key);
        model.delete(key);
      }
      if (round % 97 === 0) {
        tree.flush();
        tree = open(shelf, options);
      }
      const other = `k${Math.floor(random() * 30)}`;
      assert.equal(tree.get(other), model.get(other), `round ${round}: get ${other} should be ${model.get(other)}`);
    }
  });
});
