import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { SlidingWindow } from '../sliding-window.js';

/** The same for every language: "250 a yes" is `allow("a")` at 250 ms; "250 size 1" asks for the size. */
const cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

describe('SlidingWindow', () => {
  for (const { name, limit, windowMs, steps } of cases.slidingWindow)
    test(name, () => {
      let now = 0;
      const window = new SlidingWindow(limit, windowMs, () => now);
      for (const [place, step] of steps.entries()) {
        const [at, key, expected] = step.split(' ');
        now = Number(at);
        const actual = key === 'size' ? String(window.size) : window.allow(key) ? 'yes' : 'no';
        const story = `${limit} in ${windowMs} ms, after ${steps.slice(0, place).join(', ') || 'nothing'}`;
        assert.equal(actual, expected, `${story}: "${at} ${key}" should be ${expected}, not ${actual}`);
      }
    });

  test('never lets more than the limit through in any window', () => {
    let now = 0;
    let state = 5;
    const window = new SlidingWindow(4, 100, () => now);
    const allowed = [];
    for (let round = 0; round < 2000; round += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      now += state % 40;
      const inside = allowed.filter((at) => at > now - 100).length;
      const actual = window.allow('a');
      assert.equal(actual, inside < 4, `at ${now} ms ${inside} of 4 calls were inside: allow should be ${inside < 4}`);
      if (actual) allowed.push(now);
    }
  });
});
