import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { Network } from '../union-find.js';

/** The number the network gives, and the number it should give, with what was done before. */
function expectNumber(given, expected, call, setting) {
  assert.equal(given, expected, `${setting}: ${call} should be ${String(expected)}`);
}

/** The groups as lists of sites: slow, and easy to trust. */
class Plain {
  lists = [];
  sites = 0;

  grow() {
    this.lists.push([this.sites]);
    this.sites += 1;
    return this.sites - 1;
  }

  listOf(site) {
    return this.lists.find((list) => list.includes(site)) ?? [];
  }

  link(a, b) {
    const left = this.listOf(a);
    const right = this.listOf(b);
    if (left === right) return false;
    this.lists = [...this.lists.filter((list) => list !== left && list !== right), [...left, ...right]];
    return true;
  }

  largest() {
    return Math.max(0, ...this.lists.map((list) => list.length));
  }
}

/** Numbers from 0 up to 1 that are the same in every run. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe('groups', () => {
  test('a network without sites has no groups', () => {
    const network = new Network(0);
    expectNumber(network.groups(), 0, 'groups()', '0 sites');
    expectNumber(network.largest(), 0, 'largest()', '0 sites');
  });

  test('every site is a group of its own at first', () => {
    const network = new Network(7);
    expectNumber(network.groups(), 7, 'groups()', '7 sites');
    expectNumber(network.largest(), 1, 'largest()', '7 sites');
    for (let site = 0; site < 7; site += 1) {
      expectNumber(network.sizeOf(site), 1, `sizeOf(${String(site)})`, '7 sites');
    }
  });

  test('only a cable that joins two groups makes them fewer', () => {
    const network = new Network(6);
    const expected = [
      [4, 1, 5],
      [1, 4, 5],
      [2, 2, 5],
      [5, 1, 4],
      [4, 5, 4],
      [0, 3, 3],
      [3, 5, 2],
      [0, 4, 2],
      [2, 0, 1],
    ];
    let setting = '6 sites, cables';
    for (const [a, b, groups] of expected) {
      network.link(a, b);
      setting += ` ${String(a)}–${String(b)}`;
      expectNumber(network.groups(), groups, 'groups()', setting);
    }
  });

  test('every member knows the size of its group', () => {
    const network = new Network(9);
    network.link(0, 2);
    network.link(8, 6);
    network.link(6, 4);
    network.link(2, 8);
    network.link(4, 0);
    network.link(1, 7);
    const sizes = [5, 2, 5, 1, 5, 1, 5, 2, 5];
    for (const [site, size] of sizes.entries()) {
      expectNumber(network.sizeOf(site), size, `sizeOf(${String(site)})`, '9 sites, cables 0–2 8–6 6–4 2–8 4–0 1–7');
    }
  });

  test('the largest group stays the largest while smaller ones form', () => {
    const network = new Network(8);
    const expected = [
      [7, 3, 2],
      [3, 5, 3],
      [0, 1, 3],
      [5, 7, 3],
      [2, 4, 3],
      [1, 2, 4],
      [7, 0, 7],
    ];
    let setting = '8 sites, cables';
    for (const [a, b, largest] of expected) {
      network.link(a, b);
      setting += ` ${String(a)}–${String(b)}`;
      expectNumber(network.largest(), largest, 'largest()', setting);
    }
  });

  test('a new site gets the next number and is alone', () => {
    const network = new Network(3);
    network.link(0, 2);
    network.link(2, 1);
    const setting = '3 sites, cables 0–2 2–1, then grow() twice';
    expectNumber(network.grow(), 3, 'the first grow()', setting);
    expectNumber(network.grow(), 4, 'the second grow()', setting);
    expectNumber(network.groups(), 3, 'groups()', setting);
    expectNumber(network.largest(), 3, 'largest()', setting);
    for (const site of [3, 4]) {
      expectNumber(network.sizeOf(site), 1, `sizeOf(${String(site)})`, setting);
      for (let other = 0; other < 5; other += 1) {
        assert.equal(
          network.connected(site, other),
          site === other,
          `${setting}: connected(${String(site)}, ${String(other)}) should be ${String(site === other)}`,
        );
      }
    }
  });

  test('a new site can be linked like any other', () => {
    const network = new Network(0);
    const setting = '0 sites, then grow() three times, cables 2–0 1–2';
    for (const site of [0, 1, 2]) expectNumber(network.grow(), site, 'grow()', setting);
    expectNumber(network.largest(), 1, 'largest()', '0 sites, then grow() three times');
    assert.equal(network.link(2, 0), true, `${setting}: link(2, 0) should return true`);
    assert.equal(network.link(1, 2), true, `${setting}: link(1, 2) should return true`);
    assert.equal(network.link(0, 1), false, `${setting}: link(0, 1) should return false`);
    expectNumber(network.sizeOf(1), 3, 'sizeOf(1)', setting);
    expectNumber(network.groups(), 1, 'groups()', setting);
  });

  test('a site that does not exist is refused', () => {
    const network = new Network(4);
    network.link(0, 3);
    for (const bad of [4, -1, 50]) {
      const name = String(bad);
      assert.throws(() => network.link(bad, 1), `4 sites: link(${name}, 1) should throw`);
      assert.throws(() => network.link(1, bad), `4 sites: link(1, ${name}) should throw`);
      assert.throws(() => network.link(bad, bad), `4 sites: link(${name}, ${name}) should throw`);
      assert.throws(() => network.connected(bad, 2), `4 sites: connected(${name}, 2) should throw`);
      assert.throws(() => network.connected(2, bad), `4 sites: connected(2, ${name}) should throw`);
      assert.throws(() => network.connected(bad, bad), `4 sites: connected(${name}, ${name}) should throw`);
      assert.throws(() => network.sizeOf(bad), `4 sites: sizeOf(${name}) should throw`);
    }
    const empty = new Network(0);
    assert.throws(() => empty.sizeOf(0), '0 sites: sizeOf(0) should throw');
    assert.throws(() => empty.link(0, 0), '0 sites: link(0, 0) should throw');
  });

  test('what is refused changes nothing', () => {
    const network = new Network(4);
    network.link(0, 3);
    const setting = '4 sites, cable 0–3, then refused calls with the sites 4 and -1';
    for (const bad of [4, -1]) {
      assert.throws(() => network.link(bad, 1), `4 sites: link(${String(bad)}, 1) should throw`);
      assert.throws(() => network.link(3, bad), `4 sites: link(3, ${String(bad)}) should throw`);
    }
    expectNumber(network.groups(), 3, 'groups()', setting);
    expectNumber(network.largest(), 2, 'largest()', setting);
    for (const [site, size] of [2, 1, 1, 2].entries()) {
      expectNumber(network.sizeOf(site), size, `sizeOf(${String(site)})`, setting);
    }
    expectNumber(network.grow(), 4, 'grow()', setting);
    expectNumber(network.sizeOf(4), 1, 'sizeOf(4)', `${setting}, then grow()`);
    assert.equal(network.connected(4, 1), false, `${setting}, then grow(): connected(4, 1) should be false`);
    assert.equal(network.connected(4, 3), false, `${setting}, then grow(): connected(4, 3) should be false`);
  });

  test('a long history agrees with plain lists', () => {
    for (const seed of [11, 402, 7919]) {
      const random = numbers(seed);
      const pick = (end) => Math.floor(random() * end);
      const network = new Network(5);
      const plain = new Plain();
      for (let site = 0; site < 5; site += 1) plain.grow();
      const history = [];
      for (let step = 0; step < 120; step += 1) {
        const a = pick(plain.sites);
        const b = pick(plain.sites);
        if (random() < 0.4) {
          history.push('grow()');
          expectNumber(network.grow(), plain.grow(), 'grow()', `5 sites, seed ${String(seed)}, ${history.join(' ')}`);
        } else {
          history.push(`link(${String(a)}, ${String(b)})`);
          const joined = plain.link(a, b);
          const setting = `5 sites, seed ${String(seed)}, ${history.join(' ')}`;
          assert.equal(network.link(a, b), joined, `${setting}: the last should return ${String(joined)}`);
        }
        const setting = `5 sites, seed ${String(seed)}, ${history.join(' ')}`;
        const c = pick(plain.sites);
        const d = pick(plain.sites);
        const same = plain.listOf(c) === plain.listOf(d);
        assert.equal(
          network.connected(c, d),
          same,
          `${setting}: connected(${String(c)}, ${String(d)}) should be ${String(same)}`,
        );
        expectNumber(network.sizeOf(c), plain.listOf(c).length, `sizeOf(${String(c)})`, setting);
        expectNumber(network.groups(), plain.lists.length, 'groups()', setting);
        expectNumber(network.largest(), plain.largest(), 'largest()', setting);
      }
    }
  });
});
