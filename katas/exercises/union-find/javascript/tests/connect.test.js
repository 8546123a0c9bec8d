import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import { Network } from '../union-find.js';

const { connect: cases } = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

function laid(size, cables) {
  const network = new Network(size);
  for (const [a, b] of cables) network.link(a, b);
  return network;
}

function expectConnected(network, a, b, expected, setting) {
  assert.equal(
    network.connected(a, b),
    expected,
    `${setting}: connected(${String(a)}, ${String(b)}) should be ${String(expected)}`,
  );
}

function expectLink(network, a, b, expected, setting) {
  assert.equal(
    network.link(a, b),
    expected,
    `${setting}: link(${String(a)}, ${String(b)}) should return ${String(expected)}`,
  );
}

describe('connect', () => {
  test('every site is alone at first', () => {
    const network = new Network(9);
    for (let a = 0; a < 9; a += 1) {
      for (let b = 0; b < 9; b += 1) expectConnected(network, a, b, a === b, '9 sites, no cables');
    }
  });

  test('a way may lead over several cables', () => {
    for (const { size, cables, together, apart } of cases) {
      const network = laid(size, cables);
      const setting = `${String(size)} sites, cables ${JSON.stringify(cables)}`;
      for (const [a, b] of together) expectConnected(network, a, b, true, setting);
      for (const [a, b] of apart) expectConnected(network, a, b, false, setting);
    }
  });

  test('two groups become one, first and last site included', () => {
    const cables = [
      [0, 8],
      [3, 9],
      [5, 6],
      [8, 3],
    ];
    const network = laid(10, cables);
    const setting = `10 sites, cables ${JSON.stringify(cables)}`;
    const group = [0, 3, 8, 9];
    for (const a of group) {
      for (const b of group) expectConnected(network, a, b, true, setting);
      for (const b of [1, 2, 4, 5, 6, 7]) {
        expectConnected(network, a, b, false, setting);
        expectConnected(network, b, a, false, setting);
      }
    }
  });

  test('a cable tells whether it connected anything', () => {
    const network = new Network(6);
    expectLink(network, 3, 5, true, '6 sites');
    expectLink(network, 5, 1, true, '6 sites, cable 3–5');
    expectLink(network, 1, 3, false, '6 sites, cables 3–5, 5–1');
    expectLink(network, 5, 3, false, '6 sites, cables 3–5, 5–1, 1–3');
    expectLink(network, 4, 0, true, '6 sites, cables 3–5, 5–1, 1–3, 5–3');
    expectLink(network, 0, 1, true, '6 sites, cables 3–5, 5–1, 1–3, 5–3, 4–0');
    expectLink(network, 3, 4, false, '6 sites, cables 3–5, 5–1, 1–3, 5–3, 4–0, 0–1');
  });

  test('a needless cable changes nothing', () => {
    const network = laid(5, [
      [2, 4],
      [4, 1],
    ]);
    expectLink(network, 1, 2, false, '5 sites, cables 2–4, 4–1');
    expectLink(network, 3, 3, false, '5 sites, cables 2–4, 4–1, 1–2');
    const setting = '5 sites, cables 2–4, 4–1, 1–2, 3–3';
    expectConnected(network, 1, 4, true, setting);
    expectConnected(network, 2, 1, true, setting);
    expectConnected(network, 3, 3, true, setting);
    expectConnected(network, 0, 3, false, setting);
    expectConnected(network, 3, 2, false, setting);
  });

  test('questions may come between the cables', () => {
    const network = new Network(6);
    network.link(0, 4);
    expectConnected(network, 0, 4, true, '6 sites, cable 0–4');
    expectConnected(network, 4, 2, false, '6 sites, cable 0–4');
    network.link(5, 2);
    expectConnected(network, 4, 2, false, '6 sites, cables 0–4, 5–2');
    network.link(2, 0);
    expectConnected(network, 4, 5, true, '6 sites, cables 0–4, 5–2, 2–0');
    expectConnected(network, 1, 5, false, '6 sites, cables 0–4, 5–2, 2–0');
  });

  test('two networks know nothing of each other', () => {
    const one = new Network(4);
    const other = new Network(4);
    one.link(1, 3);
    const third = new Network(4);
    expectConnected(one, 1, 3, true, '4 sites, cable 1–3');
    expectConnected(other, 1, 3, false, '4 sites without cables, beside a network with the cable 1–3');
    expectConnected(third, 1, 3, false, '4 sites without cables, made after the cable 1–3 in another network');
  });
});
