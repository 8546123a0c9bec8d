import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Store } from '../store.js';
import { change, expected, FragileDisk, life, show } from './power.js';

/** Lives until the power goes, and says how many changes had returned by then. */
function liveUntilPowerGoes(disk, changes) {
  const store = new Store(disk);
  disk.failAfter(changes);
  let returned = 0;
  try {
    for (const each of life) {
      change(store, each);
      returned += 1;
    }
  } catch {
    // The power is out.
  }
  return returned;
}

/** Every moment at which the power can go, with several ways in which the last write can tear. */
function forEveryCrash(check) {
  for (let changes = 0; changes <= 3 * life.length; changes += 1)
    for (let seed = 1; seed <= 12; seed += 1) {
      const disk = new FragileDisk();
      const returned = liveUntilPowerGoes(disk, changes);
      disk.restart('torn', seed);
      check(disk, returned, `power gone before disk change ${changes + 1}, torn by seed ${seed}, ${returned} returned`);
    }
}

describe('A torn tail', () => {
  test('takes nothing that had returned, and leaves nothing half done', () => {
    forEveryCrash((disk, returned, story) => {
      const actual = show(new Store(disk));
      const without = expected(life.slice(0, returned));
      const withNext = expected(life.slice(0, returned + 1));
      assert.ok(
        actual === without || actual === withNext,
        `${story}: should hold ${without} or ${withNext}, not ${actual}`,
      );
    });
  });

  test('is not in the way of what is written after it', () => {
    forEveryCrash((disk, _, story) => {
      const store = new Store(disk);
      store.put('after', 'the storm');
      const before = show(store);
      disk.restart('kept');
      const actual = show(new Store(disk));
      assert.equal(actual, before, `${story}, a put, a restart: should hold ${before}, not ${actual}`);
    });
  });

  test('does not come back when the next crash comes during recovery', () => {
    for (let seed = 1; seed <= 40; seed += 1)
      for (let changes = 0; changes < 3; changes += 1) {
        const disk = new FragileDisk();
        const returned = liveUntilPowerGoes(disk, 2 * life.length - 1);
        disk.restart('torn', seed);
        disk.failAfter(changes);
        try {
          new Store(disk);
        } catch {
          // The power is out again.
        }
        disk.restart('torn', seed + 100);
        const actual = show(new Store(disk));
        const [less, more] = [expected(life.slice(0, returned)), expected(life.slice(0, returned + 1))];
        const story = `torn by seed ${seed}, power gone again before change ${changes + 1} of the recovery`;
        assert.ok(actual === less || actual === more, `${story}: should hold ${less} or ${more}, not ${actual}`);
      }
  });

  test('can be cut at any letter', () => {
    const full = new FragileDisk();
    const store = new Store(full);
    for (const each of life) change(store, each);
    const states = life.map((_, count) => expected(life.slice(0, count + 1)));
    for (const name of full.names) {
      const text = String(full.read(name) ?? '');
      for (let length = 0; length < text.length; length += 1) {
        const disk = new FragileDisk();
        for (const other of full.names) disk.write(other, String(full.read(other) ?? ''));
        disk.write(name, text.slice(0, length));
        disk.sync();
        const actual = show(new Store(disk));
        const story = `"${name}" of ${text.length} letters cut to ${length}`;
        assert.ok(actual === '[]' || states.includes(actual), `${story}: ${actual} is nothing that ever was`);
      }
    }
  });

  test('is told from damage: a wrong letter never becomes a wrong value', () => {
    const full = new FragileDisk();
    const store = new Store(full);
    for (const each of life) change(store, each);
    const states = ['[]', ...life.map((_, count) => expected(life.slice(0, count + 1)))];
    for (const name of full.names) {
      const text = String(full.read(name) ?? '');
      for (let place = 0; place < text.length; place += 1) {
        const wrong = text[place] === 'e' ? 'a' : 'e';
        const disk = new FragileDisk();
        for (const other of full.names) disk.write(other, String(full.read(other) ?? ''));
        disk.write(name, text.slice(0, place) + wrong + text.slice(place + 1));
        disk.sync();
        let actual;
        try {
          actual = show(new Store(disk));
        } catch {
          continue;
        }
        const story = `letter ${place} of "${name}" is "${wrong}" and not "${text[place]}"`;
        assert.ok(states.includes(actual), `${story}: should be refused or hold what once was, not ${actual}`);
      }
    }
  });

  test('is never a reason to drop good changes behind a damaged one', () => {
    const full = new FragileDisk();
    const store = new Store(full);
    for (const each of life) change(store, each);
    const complete = expected(life);
    let opened = 0;
    for (const name of full.names) {
      const text = String(full.read(name) ?? '');
      const place = text.indexOf('purple');
      if (place < 0) continue;
      const disk = new FragileDisk();
      for (const other of full.names) disk.write(other, String(full.read(other) ?? ''));
      disk.write(name, `${text.slice(0, place)}gilded${text.slice(place + 6)}`);
      disk.sync();
      try {
        if (show(new Store(disk)) !== complete) opened += 1;
      } catch {
        // Refused, as it should be.
      }
    }
    assert.equal(opened, 0, 'a value in the middle of the log was changed: the store should refuse to open');
  });
});
