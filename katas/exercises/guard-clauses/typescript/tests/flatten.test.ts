import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { decideRefund, type Order } from '../refund.ts';

interface Case {
  name: string;
  examples: { given: Partial<Order>; then: [outcome: string, amount: number, reason: string] }[];
}

interface Cases {
  base: Order;
  flatten: Case[];
  record: string[];
}

/** The same for every language: orders that differ from an ordinary one, and what is decided about them. */
const cases: Cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

function expectDecision(order: Order, story: string, expected: string): void {
  const decision = decideRefund(order);
  const actual = decision && `${decision.outcome} ${decision.amount} ${decision.reason}`;
  assert.equal(actual, expected, `${story}: should be "${expected}", not "${actual}"`);
}

/** Reads "p-sd-o goods 30 999: pay 799 opened": paid, refunded, shipped, delivered, damaged (x), opened. */
function readRecord(line: string): [order: Order, expected: string] {
  const [given, expected] = line.split(': ');
  const [flags, kind, days, amount] = given.split(' ');
  const [paid, refunded, shipped, delivered, damaged, opened] = [...'prsdxo'].map((flag) => flags.includes(flag));
  const facts = { paid, refunded, shipped, delivered, damaged, opened, final: false };
  return [{ ...facts, kind: kind as Order['kind'], days: Number(days), amount: Number(amount) }, expected];
}

describe('A refund', () => {
  for (const { name, examples } of cases.flatten)
    test(name, () => {
      for (const { given, then } of examples)
        expectDecision(
          { ...cases.base, ...given },
          `delivered, unopened goods of 5 days and 2500 cents, but ${JSON.stringify(given)}`,
          then.join(' '),
        );
    });

  test('is decided as it always was', () => {
    for (const line of cases.record) {
      const [order, expected] = readRecord(line);
      expectDecision(order, JSON.stringify(order), expected);
    }
  });

  test('leaves the order as it was', () => {
    const order = { ...cases.base, opened: true };
    decideRefund(order);
    assert.equal(
      JSON.stringify(order),
      JSON.stringify({ ...cases.base, opened: true }),
      'decideRefund changed its order',
    );
  });
});
