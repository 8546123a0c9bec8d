import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { HashRing } from '../hash-ring.js';

/** The same for every language: rings whose places are given, and steps like "add a", "remove a", "key node". */
const cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

/** Spreads texts over the ring; any good mixer would do. */
function spread(text) {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  for (const shift of [16, 13, 16]) hash = Math.imul(hash ^ (hash >>> shift), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const keys = Array.from({ length: 2000 }, (_, number) => `key ${number}`);

function play(ring, step) {
  const [verb, node, weight] = step.split(' ');
  if (verb === 'add') ring.add(node, weight === undefined ? 1 : Number(weight));
  else if (verb === 'remove') ring.remove(node);
  else return `${verb} ${ring.nodesFor(verb.split('/')[0], Number(verb.split('/')[1])).join(' ') || 'none'}`;
  return step;
}

describe('HashRing with replicas', () => {
  for (const { name, points = 1, places, steps } of cases.replicas)
    test(name, () => {
      const ring = new HashRing((text) => places[text] ?? 0, points);
      for (const [place, step] of steps.entries()) {
        const actual = play(ring, step);
        const story = `places ${JSON.stringify(places)}, after ${steps.slice(0, place).join(', ') || 'nothing'}`;
        assert.equal(actual, step, `${story}: should be "${step}", not "${actual}"`);
      }
    });

  test('names the owner first and each node once', () => {
    const ring = new HashRing(spread, 20);
    for (const node of ['a', 'b', 'c', 'd', 'e']) ring.add(node);
    for (const key of keys.slice(0, 200)) {
      const nodes = ring.nodesFor(key, 3);
      assert.equal(nodes.length, 3, `nodesFor("${key}", 3) of five nodes should be 3 nodes, not ${nodes}`);
      assert.equal(new Set(nodes).size, 3, `nodesFor("${key}", 3) should be 3 different nodes, not ${nodes}`);
      assert.equal(nodes[0], ring.nodeFor(key), `nodesFor("${key}", 3) should begin with its owner`);
    }
  });

  test('keeps the other replicas when a node leaves', () => {
    const ring = new HashRing(spread, 20);
    for (const node of ['a', 'b', 'c', 'd', 'e']) ring.add(node);
    const before = keys.slice(0, 200).map((key) => ring.nodesFor(key, 3));
    ring.remove('c');
    for (const [place, key] of keys.slice(0, 200).entries()) {
      const kept = before[place].filter((node) => node !== 'c');
      const after = ring.nodesFor(key, 3);
      const actual = after.filter((node) => kept.includes(node)).join(' ');
      assert.equal(actual, kept.join(' '), `c left: "${key}" should keep ${kept} in this order, not have ${after}`);
    }
  });
});
