import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Store } from '../store.js';
import { change, expected, FragileDisk, life, show } from './power.js';

const later = [
  ['fig', null],
  ['melon', 'striped'],
  ['plum', 'blue'],
];

describe('A checkpoint', () => {
  test('changes nothing that can be seen', () => {
    const store = new Store(new FragileDisk());
    for (const each of life) change(store, each);
    store.checkpoint();
    assert.equal(show(store), expected(life), `after a checkpoint it should still hold ${expected(life)}`);
  });

  test('is found again after a crash', () => {
    const disk = new FragileDisk();
    const store = new Store(disk);
    for (const each of life) change(store, each);
    store.checkpoint();
    disk.restart('kept');
    const actual = show(new Store(disk));
    assert.equal(
      actual,
      expected(life),
      `checkpoint, crash, a new store: should hold ${expected(life)}, not ${actual}`,
    );
  });

  test('is built upon by later changes', () => {
    const disk = new FragileDisk();
    const store = new Store(disk);
    for (const each of life) change(store, each);
    store.checkpoint();
    for (const each of later) change(store, each);
    disk.restart('kept');
    const wanted = expected([...life, ...later]);
    const actual = show(new Store(disk));
    assert.equal(actual, wanted, `a checkpoint and three changes, crash: should hold ${wanted}, not ${actual}`);
  });

  test('makes the disk as short as what it holds', () => {
    const disk = new FragileDisk();
    const store = new Store(disk);
    for (let number = 0; number < 300; number += 1) store.put(`key ${number % 3}`, `value ${number}`);
    store.checkpoint();
    assert.ok(disk.size < 500, `300 changes of 3 keys, a checkpoint: should leave under 500 letters, not ${disk.size}`);
    const again = new Store(disk);
    again.checkpoint();
    assert.ok(disk.size < 500, `a second checkpoint should leave under 500 letters, not ${disk.size}`);
  });

  test('may be taken of an empty store', () => {
    const disk = new FragileDisk();
    new Store(disk).checkpoint();
    disk.restart('kept');
    assert.equal(show(new Store(disk)), '[]', 'a checkpoint of nothing, crash: should hold nothing');
  });

  test('can be followed by the next one', () => {
    const disk = new FragileDisk();
    const all = [];
    const store = new Store(disk);
    for (const each of [...life, ...later]) {
      change(store, each);
      all.push(each);
      store.checkpoint();
    }
    disk.restart('kept');
    const actual = show(new Store(disk));
    assert.equal(actual, expected(all), `a checkpoint after each change: should hold ${expected(all)}, not ${actual}`);
  });

  test('survives the loss of power at any moment', () => {
    for (let changes = 0; changes < 8; changes += 1)
      for (let seed = 1; seed <= 20; seed += 1) {
        const disk = new FragileDisk();
        const store = new Store(disk);
        for (const each of life) change(store, each);
        disk.failAfter(changes);
        try {
          store.checkpoint();
        } catch {
          // The power is out.
        }
        disk.restart('torn', seed);
        const again = new Store(disk);
        const story = `power gone before change ${changes + 1} of the checkpoint, torn by seed ${seed}`;
        assert.equal(show(again), expected(life), `${story}: should hold ${expected(life)}, not ${show(again)}`);
        for (const each of later) change(again, each);
        disk.restart('kept');
        const wanted = expected([...life, ...later]);
        const actual = show(new Store(disk));
        assert.equal(actual, wanted, `${story}, then three changes: should hold ${wanted}, not ${actual}`);
      }
  });

  test('leaves no older checkpoint to be believed', () => {
    for (let changes = 0; changes < 8; changes += 1) {
      const disk = new FragileDisk();
      const store = new Store(disk);
      store.put('apple', 'old');
      store.put('stale', 'yes');
      store.checkpoint();
      store.remove('stale');
      store.put('apple', 'new');
      disk.failAfter(changes);
      try {
        store.checkpoint();
      } catch {
        // The power is out.
      }
      disk.restart('torn', 7);
      const actual = show(new Store(disk));
      const story = `a second checkpoint, power gone before its change ${changes + 1}`;
      assert.equal(actual, '[["apple","new"]]', `${story}: should hold [["apple","new"]], not ${actual}`);
    }
  });
});
