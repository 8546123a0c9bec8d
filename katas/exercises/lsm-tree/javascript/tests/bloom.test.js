import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BloomFilter } from '../bloom-filter.js';
import { hash, open, play, Shelf } from './shelf.js';

describe('BloomFilter', () => {
  test('has every text that was added', () => {
    const filter = new BloomFilter(10_000, 7, hash);
    for (let number = 0; number < 1000; number += 1) filter.add(`text ${number}`);
    for (let number = 0; number < 1000; number += 1)
      assert.ok(filter.mayHave(`text ${number}`), `"text ${number}" was added: mayHave should be true`);
  });

  test('has nothing at first', () => {
    const filter = new BloomFilter(64, 3, hash);
    for (const text of ['', 'a', 'b', 'text']) assert.ok(!filter.mayHave(text), `an empty filter has no "${text}"`);
  });

  test('is wrong about one text in a hundred with ten bits a text', () => {
    const filter = new BloomFilter(10_000, 7, hash);
    for (let number = 0; number < 1000; number += 1) filter.add(`text ${number}`);
    let wrong = 0;
    for (let number = 0; number < 5000; number += 1) if (filter.mayHave(`other ${number}`)) wrong += 1;
    assert.ok(
      wrong > 5 && wrong < 125,
      `10 bits, 7 hashes a text, 5000 others: about 41 may be mistaken, not ${wrong}`,
    );
  });

  test('uses every bit it was given', () => {
    const filter = new BloomFilter(1003, 1, (text) => Number(text));
    for (const place of [0, 7, 8, 1002]) filter.add(String(place));
    for (const [place, wanted] of [
      [0, true],
      [1, false],
      [7, true],
      [8, true],
      [9, false],
      [15, false],
      [1001, false],
      [1002, true],
      [1003, true],
      [1004, false],
    ])
      assert.equal(filter.mayHave(String(place)), wanted, `bits 0, 7, 8 and 1002 of 1003 are set: hash ${place}`);
  });

  test('asks for each of its hashes with another seed', () => {
    const seeds = [];
    const filter = new BloomFilter(100, 4, (text, seed) => {
      seeds.push(seed);
      return seed * 10;
    });
    filter.add('a');
    assert.equal(seeds.join(' '), '0 1 2 3', `4 hashes should use the seeds 0 to 3, not ${seeds}`);
  });

  test('saves the tree nearly all reads for keys that are not there', () => {
    const shelf = new Shelf();
    const tree = open(shelf, { memtable: 10_000, blockSize: 8 });
    for (let run = 0; run < 5; run += 1) {
      for (let number = run; number < 1000; number += 5) tree.put(`k${1000 + number}`, 'v');
      tree.flush();
    }
    for (const [name, each] of [
      ['flushed', tree],
      ['opened again', open(shelf, { memtable: 10_000, blockSize: 8 })],
    ]) {
      shelf.reads = 0;
      for (let number = 0; number < 400; number += 1) each.get(`k${1001 + 2 * number}x`);
      assert.ok(shelf.reads < 100, `5 runs, ${name}, 400 keys that are not there: under 100 reads, not ${shelf.reads}`);
      shelf.reads = 0;
      for (let number = 0; number < 400; number += 1)
        assert.equal(each.get(`k${1000 + number}`), 'v', `5 runs, ${name}: get k${1000 + number} should be v`);
      assert.ok(shelf.reads < 500, `5 runs, ${name}, 400 keys that are there: under 500 reads, not ${shelf.reads}`);
    }
  });

  test('is all that the tree knows of a key it has written', () => {
    const shelf = new Shelf();
    // All texts have the same place: a filter of any size says "perhaps" to each.
    const blind = { memtable: 10_000, blockSize: 4, hash: () => 0 };
    const tree = open(shelf, blind);
    for (let number = 0; number < 100; number += 2) tree.put(`k${100 + number}`, `v${number}`);
    tree.flush();
    for (const [name, each] of [
      ['flushed', tree],
      ['opened again', open(shelf, blind)],
    ]) {
      shelf.reads = 0;
      for (let number = 1; number < 99; number += 2)
        assert.equal(each.get(`k${100 + number}`), undefined, `${name}: k${100 + number} was never put`);
      assert.ok(
        shelf.reads > 0,
        `${name}, every hash is 0, 49 keys that are not there: nothing was read, so the tree keeps the keys in memory`,
      );
      shelf.reads = 0;
      for (let number = 0; number < 100; number += 2)
        assert.equal(each.get(`k${100 + number}`), `v${number}`, `${name}, every hash is 0: get k${100 + number}`);
      assert.ok(
        shelf.reads > 0,
        `${name}, 50 keys that are there: nothing was read, so the tree keeps values in memory`,
      );
    }
  });

  test('does not hide a removal', () => {
    const tree = open(new Shelf());
    play(tree, 'put a 1', 'flush', 'remove a', 'flush');
    assert.equal(tree.get('a'), undefined, 'a was removed in the newer run: get a should be undefined');
  });
});
