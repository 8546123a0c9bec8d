import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { HashRing } from '../hash-ring.ts';

interface Case {
  name: string;
  points?: number;
  places: Record<string, number>;
  steps: string[];
}

/** The same for every language: rings whose places are given, and steps like "add a", "remove a", "key node". */
const cases: Record<string, Case[]> = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

/** Spreads texts over the ring; any good mixer would do. */
function spread(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  for (const shift of [16, 13, 16]) hash = Math.imul(hash ^ (hash >>> shift), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const keys = Array.from({ length: 2000 }, (_, number) => `key ${number}`);

function play(ring: HashRing, step: string): string {
  const [verb, node, weight] = step.split(' ');
  if (verb === 'add') ring.add(node, weight === undefined ? 1 : Number(weight));
  else if (verb === 'remove') ring.remove(node);
  else return `${verb} ${ring.nodeFor(verb) ?? 'none'}`;
  return step;
}

describe('HashRing with virtual nodes', () => {
  for (const { name, points = 1, places, steps } of cases.virtual)
    test(name, () => {
      const ring = new HashRing((text) => places[text] ?? 0, points);
      for (const [place, step] of steps.entries()) {
        const actual = play(ring, step);
        const story = `places ${JSON.stringify(places)}, after ${steps.slice(0, place).join(', ') || 'nothing'}`;
        assert.equal(actual, step, `${story}: should be "${step}", not "${actual}"`);
      }
    });

  test('spreads keys evenly over ten nodes', () => {
    const ring = new HashRing(spread, 120);
    const load = new Map<string, number>();
    for (let number = 0; number < 10; number += 1) ring.add(`node ${number}`);
    for (const key of keys) load.set(ring.nodeFor(key)!, (load.get(ring.nodeFor(key)!) ?? 0) + 1);
    for (let number = 0; number < 10; number += 1) {
      const share = load.get(`node ${number}`) ?? 0;
      assert.ok(
        share > 110 && share < 310,
        `10 nodes with 120 points each, 2000 keys: node ${number} should get 110 to 310, not ${share}`,
      );
    }
  });

  test('gives a node of weight three about three times as much', () => {
    const ring = new HashRing(spread, 100);
    ring.add('small');
    ring.add('large', 3);
    const share = keys.filter((key) => ring.nodeFor(key) === 'large').length;
    assert.ok(share > 1300 && share < 1700, `weights 1 and 3, 2000 keys: large should get about 1500, not ${share}`);
  });

  test('spreads the keys of a node that left over the others', () => {
    const ring = new HashRing(spread, 100);
    for (const node of ['a', 'b', 'c', 'd']) ring.add(node);
    const mine = keys.filter((key) => ring.nodeFor(key) === 'a');
    ring.remove('a');
    for (const node of ['b', 'c', 'd']) {
      const share = mine.filter((key) => ring.nodeFor(key) === node).length;
      assert.ok(share > mine.length / 8, `a left ${mine.length} keys: ${node} should get a fair part, not ${share}`);
    }
  });
});
