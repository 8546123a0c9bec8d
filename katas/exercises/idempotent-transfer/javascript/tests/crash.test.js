import { describe, it } from 'node:test';
import { explore } from '../simulator/index.js';
import { balancesAfter, bank, expectAnswers, expectBalances, stubbornClients } from './bank.js';

/** The bank crashes at 300 ms and is back at 400. */
function play(disk, asked, answers, balances) {
  explore(
    bank({
      faults: [{ kind: 'crash', node: 'bank', at: 300, until: 400, disk }],
      asked: () => asked,
      check(got, left) {
        expectAnswers(got, answers);
        expectBalances(left, balances);
      },
    }),
    { seeds: 6 },
  );
}

describe('crash in between', () => {
  it('keeps the money where it was moved', () => {
    play('kept', [{ at: 10, key: 'k1', amount: 30 }], ['done'], { ann: 70, bob: 80, cem: 0 });
  });

  it('remembers what it did', () => {
    const again = { key: 'k1', amount: 30 };
    play(
      'kept',
      [
        { at: 10, ...again },
        { at: 500, ...again },
      ],
      ['done', 'done'],
      { ann: 70, bob: 80, cem: 0 },
    );
  });

  it('remembers what it refused', () => {
    const again = { key: 'k1', from: 'cem', to: 'bob', amount: 20 };
    play(
      'kept',
      [
        { at: 10, ...again },
        { at: 100, key: 'k2', to: 'cem', amount: 50 },
        { at: 500, ...again },
      ],
      ['funds', 'done', 'funds'],
      { ann: 50, bob: 50, cem: 50 },
    );
  });

  it('still knows what a key stands for', () => {
    play(
      'torn',
      [
        { at: 10, key: 'k1', amount: 30 },
        { at: 500, key: 'k1', amount: 31 },
      ],
      ['done', 'key'],
      { ann: 70, bob: 80, cem: 0 },
    );
  });

  it('begins anew what it had not decided', () => {
    const again = { key: 'k1', amount: 30 };
    play(
      'kept',
      [
        { at: 299, ...again },
        { at: 500, ...again },
      ],
      ['no answer', 'done'],
      { ann: 70, bob: 80, cem: 0 },
    );
  });

  it('agrees with its answers, whatever breaks', () => {
    explore(
      bank({
        duration: 3200,
        weather: { loss: 0.1, duplication: 0.2, lateness: 0.3, crashes: 5, disks: ['kept', 'torn'] },
        asked: (random) => stubbornClients(random, 12),
        check(_answers, balances, run) {
          const late = run.history.operations.filter(({ calledAt }) => calledAt > 2720 && calledAt < 2900);
          if (late.some(({ returned }) => returned === undefined))
            throw new Error('Nothing breaks after 2700 ms, and what was asked then is not answered.');
          expectBalances(balances, balancesAfter(run));
        },
      }),
      { seeds: 40 },
    );
  });
});
