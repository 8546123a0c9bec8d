import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { open, play, seededRandom, Shelf, show } from './shelf.js';

describe('LsmTree', () => {
  test('finds what is in memory', () => {
    const tree = open(new Shelf());
    play(tree, 'put b 2', 'put a 1', 'put b 3', 'remove a');
    assert.equal(show(tree), 'b 3', `put b 2, put a 1, put b 3, remove a: should hold "b 3", not "${show(tree)}"`);
    assert.equal(tree.get('a'), undefined, 'a removed key should have no value');
    assert.equal(tree.get('x'), undefined, 'an unknown key should have no value');
  });

  test('writes a run when its memory is full', () => {
    const shelf = new Shelf();
    const tree = open(shelf);
    play(tree, 'put d 1', 'put a 2', 'put c 3', 'put a 4');
    assert.equal(shelf.runs.size, 0, 'memtable 4, three different keys: nothing should be written yet');
    play(tree, 'put b 5');
    assert.equal(shelf.runs.size, 1, 'memtable 4, four different keys: one run should be written');
  });

  test('writes its runs sorted, in blocks, each key once', () => {
    const shelf = new Shelf();
    play(open(shelf, { memtable: 5 }), 'put d 1', 'put a 2', 'put c 3', 'put a 4', 'remove e', 'put b 5');
    const blocks = [...shelf.runs.values()][0].map((block) => JSON.parse(block));
    const wanted = '[[["a","4"],["b","5"]],[["c","3"],["d","1"]],[["e",null]]]';
    assert.equal(JSON.stringify(blocks), wanted, `d, a, c, a again, e removed, b, blocks of 2: should be ${wanted}`);
  });

  test('finds what is in a run', () => {
    const tree = open(new Shelf());
    play(tree, 'put d 1', 'put a 2', 'put c 3', 'put b 4', 'put e 5');
    assert.equal(show(tree), 'a 2, b 4, c 3, d 1, e 5', `four keys in a run and one in memory, not "${show(tree)}"`);
    for (const [key, value] of ['a2', 'b4', 'c3', 'd1', 'e5'])
      assert.equal(tree.get(key), value, `get ${key} should be ${value}, not ${tree.get(key)}`);
  });

  test('believes memory before runs, and newer runs before older ones', () => {
    const tree = open(new Shelf());
    play(tree, 'put a old', 'put b old', 'put c old', 'flush', 'put a newer', 'put b newer', 'flush', 'put a newest');
    const wanted = 'a newest, b newer, c old';
    assert.equal(show(tree), wanted, `three versions: should hold "${wanted}", not "${show(tree)}"`);
    assert.equal(
      `${tree.get('a')} ${tree.get('b')} ${tree.get('c')}`,
      'newest newer old',
      'get a, b, c of three versions',
    );
  });

  test('lets a removal hide what older runs hold', () => {
    const tree = open(new Shelf());
    play(tree, 'put a 1', 'put b 2', 'flush', 'remove a', 'flush', 'remove b');
    assert.equal(show(tree), '', `both keys were removed: should hold nothing, not "${show(tree)}"`);
    assert.equal(tree.get('a'), undefined, 'a is removed in a newer run: get a should be undefined');
    assert.equal(tree.get('b'), undefined, 'b is removed in memory: get b should be undefined');
    play(tree, 'put a 3');
    assert.equal(tree.get('a'), '3', 'a key that is put again should be there again');
  });

  test('writes no run when there is nothing to write', () => {
    const shelf = new Shelf();
    const tree = open(shelf);
    play(tree, 'flush', 'put a 1', 'flush', 'flush');
    assert.equal(shelf.runs.size, 1, `flush, put, flush, flush: should leave one run, not ${shelf.runs.size}`);
  });

  test('scans from a key up to another one', () => {
    const tree = open(new Shelf());
    play(tree, 'put b 1', 'put d 2', 'put f 3', 'flush', 'put c 4', 'remove d', 'put e ');
    const actual = JSON.stringify(tree.scan('b', 'f'));
    const wanted = '[["b","1"],["c","4"],["e",""]]';
    assert.equal(actual, wanted, `b, d, f in a run; c, e in memory, d removed: scan b to f should be ${wanted}`);
  });

  test('agrees with a plain map on 3000 random calls', () => {
    const random = seededRandom(9);
    const tree = open(new Shelf(), { memtable: 7, blockSize: 3 });
    const model = new Map();
    for (let round = 0; round < 3000; round += 1) {
      const key = `k${Math.floor(random() * 40)}`;
      const call = random();
      if (call < 0.35) {
        tree.put(key, `v${round}`);
        model.set(key, `v${round}`);
      } else if (call < 0.5) {
        tree.remove(key);
        model.delete(key);
      } else if (round % 10 === 0 || round < 200)
        assert.equal(tree.get(key), model.get(key), `round ${round}: get ${key} should be ${model.get(key)}`);
    }
    const wanted = [...model].sort(([left], [right]) => (left < right ? -1 : 1)).join(' ');
    assert.equal(tree.scan('', '~').join(' '), wanted, 'the scan after 3000 rounds');
  });
});
