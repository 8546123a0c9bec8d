import { describe, it } from 'node:test';
import { explore } from '../simulator/index.ts';
import { bank, expectAnswers, expectBalances, type Asked } from './bank.ts';

/** One request every 100 ms; what is asked, what is answered, what is left. */
function play(asked: readonly Omit<Asked, 'at'>[], answers: readonly string[], balances: Record<string, number>): void {
  explore(
    bank({
      asked: () => asked.map((each, index) => ({ at: 100 * (index + 1), ...each })),
      check(got, left) {
        expectAnswers(got, answers);
        expectBalances(left, balances);
      },
    }),
    { seeds: 2 },
  );
}

describe('transfer that may be asked for again', () => {
  it('moves money', () => {
    play(
      [
        { key: 'k1', amount: 30 },
        { key: 'k2', to: 'cem', amount: 70 },
      ],
      ['done', 'done'],
      { ann: 0, bob: 80, cem: 70 },
    );
  });

  it('moves it once for one key', () => {
    const again = { key: 'k1', amount: 30 };
    play([again, again, again], ['done', 'done', 'done'], { ann: 70, bob: 80, cem: 0 });
  });

  it('moves it again for another key', () => {
    play(
      [
        { key: 'k1', amount: 30 },
        { key: 'k2', amount: 30 },
      ],
      ['done', 'done'],
      { ann: 40, bob: 110, cem: 0 },
    );
  });

  it('refuses a key that stands for something else', () => {
    play(
      [
        { key: 'k1', amount: 30 },
        { key: 'k1', amount: 31 },
        { key: 'k1', to: 'cem', amount: 30 },
        { key: 'k1', amount: 30 },
      ],
      ['done', 'key', 'key', 'done'],
      { ann: 70, bob: 80, cem: 0 },
    );
  });

  it('refuses what the account does not have, and not a cent less', () => {
    play(
      [
        { key: 'k1', amount: 101 },
        { key: 'k2', amount: 100 },
      ],
      ['funds', 'done'],
      { ann: 0, bob: 150, cem: 0 },
    );
  });

  it('gives the same answer again though things have changed', () => {
    play(
      [
        { key: 'k1', from: 'cem', amount: 20 },
        { key: 'k2', to: 'cem', amount: 50 },
        { key: 'k1', from: 'cem', amount: 20 },
      ],
      ['funds', 'done', 'funds'],
      { ann: 50, bob: 50, cem: 50 },
    );
  });

  it('refuses amounts that are none, and accounts that nobody has', () => {
    play(
      [
        { key: 'k1', amount: 0 },
        { key: 'k2', amount: -5 },
        { key: 'k3', amount: 1.5 },
        { key: 'k4', to: 'zoe', amount: 5 },
        { key: 'k5', from: 'zoe', amount: 5 },
      ],
      ['amount', 'amount', 'amount', 'account', 'account'],
      { ann: 100, bob: 50, cem: 0 },
    );
  });

  it('makes no money of a transfer to the same account', () => {
    play([{ key: 'k1', to: 'ann', amount: 30 }], ['done'], { ann: 100, bob: 50, cem: 0 });
  });
});
