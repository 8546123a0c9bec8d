import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { decideRefund, type Order } from '../refund.ts';

interface Case {
  name: string;
  examples: { given: Partial<Order>; then: [outcome: string, amount: number, reason: string] }[];
}

/** The same for every language: orders that differ from an ordinary one, and what is decided about them. */
const cases: { base: Order; newRules: Case[] } = JSON.parse(
  readFileSync(new URL('./cases.json', import.meta.url), 'utf8'),
);

describe('The new rules', () => {
  for (const { name, examples } of cases.newRules)
    test(name, () => {
      for (const { given, then } of examples) {
        const decision = decideRefund({ ...cases.base, ...given });
        const actual = decision && `${decision.outcome} ${decision.amount} ${decision.reason}`;
        const expected = then.join(' ');
        const story = `delivered, unopened goods of 5 days and 2500 cents, but ${JSON.stringify(given)}`;
        assert.equal(actual, expected, `${story}: should be "${expected}", not "${actual}"`);
      }
    });
});
