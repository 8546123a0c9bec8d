import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { TokenBucket } from '../token-bucket.ts';

interface Case {
  name: string;
  start?: number;
  capacity: number;
  perSecond: number;
  steps: string[];
}

/** The same for every language: "250 take 1 yes" is `take(1)` at 250 ms; "250 wait 1 never" is `waitFor(1)`. */
const cases: { tokenBucket: Case[] } = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

function play(bucket: TokenBucket, call: string, cost: number): string {
  if (call === 'take') return bucket.take(cost) ? 'yes' : 'no';
  const wait = bucket.waitFor(cost);
  return wait === Infinity ? 'never' : String(wait);
}

describe('TokenBucket', () => {
  for (const { name, start = 0, capacity, perSecond, steps } of cases.tokenBucket)
    test(name, () => {
      let now = start;
      const bucket = new TokenBucket(capacity, perSecond, () => now);
      for (const [place, step] of steps.entries()) {
        const [at, call, cost, expected] = step.split(' ');
        now = Number(at);
        const actual = play(bucket, call, Number(cost));
        const story = `a bucket for ${capacity}, ${perSecond} a second, after ${steps.slice(0, place).join(', ') || 'nothing'}`;
        assert.equal(actual, expected, `${story}: "${at} ${call} ${cost}" should be ${expected}, not ${actual}`);
      }
    });

  test('takes one token when no cost is named', () => {
    const bucket = new TokenBucket(2, 1, () => 0);
    const answers = [bucket.take(), bucket.waitFor(), bucket.take(), bucket.take(), bucket.waitFor()];
    assert.equal(
      answers.join(' '),
      'true 0 true false 1000',
      'take, waitFor, take, take, waitFor without a cost, for 2 tokens',
    );
  });
});
