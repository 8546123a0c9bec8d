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
  const [verb, node] = step.split(' ');
  if (verb === 'add') ring.add(node);
  else if (verb === 'remove') ring.remove(node);
  else return `${verb} ${ring.nodeFor(verb) ?? 'none'}`;
  return step;
}

describe('HashRing', () => {
  for (const { name, places, steps } of cases.ring)
    test(name, () => {
      const ring = new HashRing((text) => places[text] ?? 0);
      for (const [place, step] of steps.entries()) {
        const actual = play(ring, step);
        const story = `places ${JSON.stringify(places)}, after ${steps.slice(0, place).join(', ') || 'nothing'}`;
        assert.equal(actual, step, `${story}: should be "${step}", not "${actual}"`);
      }
    });

  test('moves keys only to a node that came', () => {
    const ring = new HashRing(spread);
    for (const node of ['a', 'b', 'c']) ring.add(node);
    const before = keys.map((key) => ring.nodeFor(key));
    ring.add('d');
    for (const [place, key] of keys.entries()) {
      const after = ring.nodeFor(key);
      assert.ok(
        after === before[place] || after === 'd',
        `"${key}" was with ${before[place]}; when d came it should stay there or move to d, not to ${after}`,
      );
    }
  });

  test('moves only the keys of a node that left', () => {
    const ring = new HashRing(spread);
    for (const node of ['a', 'b', 'c', 'd']) ring.add(node);
    const before = keys.map((key) => ring.nodeFor(key));
    ring.remove('b');
    for (const [place, key] of keys.entries()) {
      const after = ring.nodeFor(key);
      if (before[place] === 'b') assert.notEqual(after, 'b', `b left: "${key}" should be with another node`);
      else
        assert.equal(after, before[place], `b left: "${key}" should stay with ${before[place]}, not move to ${after}`);
    }
  });
});
