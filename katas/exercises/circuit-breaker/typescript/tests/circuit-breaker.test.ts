import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CircuitBreaker, type Call } from '../circuit-breaker.ts';

interface Case {
  name: string;
  failures: number;
  openMs: number;
  probes: number;
  steps: string[];
}

/** The same for every language: "10 begin a yes" begins call a at 10 ms; "20 fail a" and "20 ok a" report on it. */
const cases: { breaker: Case[] } = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

describe('CircuitBreaker', () => {
  for (const { name, failures, openMs, probes, steps } of cases.breaker)
    test(name, () => {
      let now = 0;
      const breaker = new CircuitBreaker({ failures, openMs, probes, clock: () => now });
      const calls = new Map<string, Call>();
      const play = (verb: string, subject: string): string | undefined => {
        if (verb === 'state') return breaker.state;
        if (verb === 'ok') return void calls.get(subject)!.succeeded();
        if (verb === 'fail') return void calls.get(subject)!.failed();
        const call = breaker.begin();
        if (call) calls.set(subject, call);
        return call ? 'yes' : 'no';
      };
      for (const [place, step] of steps.entries()) {
        const [at, verb, subject, answer] = step.split(' ');
        now = Number(at);
        const actual = play(verb, subject);
        const expected = verb === 'state' ? subject : answer;
        const story = `${failures} failures open for ${openMs} ms, ${probes} probes close; after ${steps.slice(0, place).join(', ') || 'nothing'}`;
        assert.equal(actual, expected, `${story}: "${step}" should answer ${expected}, not ${actual}`);
      }
    });
});
