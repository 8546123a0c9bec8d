import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Store } from '../store.js';
import { change, expected, FragileDisk, life, show } from './power.js';

function expectAfterRestart(changes, story) {
  const disk = new FragileDisk();
  const store = new Store(disk);
  for (const each of changes) change(store, each);
  disk.restart('kept');
  const actual = show(new Store(disk));
  assert.equal(actual, expected(changes), `${story}, crash, a new store: should hold ${expected(changes)}`);
}

describe('Store', () => {
  test('is empty on a new disk', () => {
    const store = new Store(new FragileDisk());
    assert.equal(show(store), '[]', `a store on a new disk should hold nothing, not ${show(store)}`);
    assert.equal(store.get('a'), undefined, 'get of an unknown key should be undefined');
  });

  test('gives back what was put', () => {
    const store = new Store(new FragileDisk());
    for (const each of life) change(store, each);
    assert.equal(show(store), expected(life), `after ${JSON.stringify(life)} it should hold ${expected(life)}`);
  });

  test('finds everything again after a crash', () => expectAfterRestart(life, JSON.stringify(life)));

  test('remembers that a key was removed', () =>
    expectAfterRestart([...life, ['fig', null], ['plum', null]], 'several puts and removals'));

  test('keeps the last of several values', () =>
    expectAfterRestart(
      [1, 2, 3, 4].map((number) => ['k', `v${number}`]),
      'put k four times',
    ));

  test('keeps empty texts, spaces, quotes and line breaks', () =>
    expectAfterRestart(
      [
        ['', 'no key'],
        ['no value', ''],
        ['two\nlines', 'a\nb\n\nc'],
        ['quotes " and \\', '", "null", [\n]'],
        [' spaces ', '\t tab: 1 2 3 '],
        ['naïve 日本', '🦊 fox'],
        ['null', 'null'],
      ],
      'put odd keys and values',
    ));

  test('is safe the moment a change returns', () => {
    for (let count = 1; count <= life.length; count += 1) {
      const disk = new FragileDisk();
      const store = new Store(disk);
      for (const each of life.slice(0, count)) change(store, each);
      disk.restart('kept');
      const actual = show(new Store(disk));
      const wanted = expected(life.slice(0, count));
      assert.equal(actual, wanted, `crash right after change ${count} (${life[count - 1]}): should hold ${wanted}`);
    }
  });

  test('survives one crash after the other', () => {
    const disk = new FragileDisk();
    for (const [count, each] of life.entries()) {
      change(new Store(disk), each);
      disk.restart('kept');
      const actual = show(new Store(disk));
      const wanted = expected(life.slice(0, count + 1));
      assert.equal(actual, wanted, `a crash after each change, ${count + 1} so far: should hold ${wanted}`);
    }
  });

  test('does not show a change that failed', () => {
    const disk = new FragileDisk();
    const store = new Store(disk);
    store.put('a', 'old');
    disk.failAfter(0);
    assert.throws(() => store.put('a', 'new'), 'a put while the power is out should throw');
    const actual = store.get('a');
    assert.equal(actual, 'old', `put a new failed with an error: get a should still be "old", not "${actual}"`);
  });

  test('writes no more for the hundredth change than for the second', () => {
    const disk = new FragileDisk();
    const store = new Store(disk);
    const sizes = [];
    const append = disk.append.bind(disk);
    const write = disk.write.bind(disk);
    let letters = 0;
    disk.append = (name, text) => ((letters += text.length), append(name, text));
    disk.write = (name, text) => ((letters += text.length), write(name, text));
    for (let number = 10; number < 99; number += 1) {
      letters = 0;
      store.put(`key ${number}`, 'value');
      sizes.push(letters);
    }
    const last = sizes.at(-1);
    assert.ok(last <= 2 * sizes[1], `the second put wrote ${sizes[1]} letters: the last should not write ${last}`);
  });
});
