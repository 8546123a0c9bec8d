import { describe, it } from 'node:test';
import { explore } from '../simulator/index.js';
import { balancesAfter, bank, expectAnswers, expectBalances, stubbornClients } from './bank.js';

function play(asked, answers, balances) {
  explore(
    bank({
      asked: () => asked,
      check(got, left) {
        expectAnswers(got, answers);
        expectBalances(left, balances);
      },
    }),
    { seeds: 8 },
  );
}

describe('transfers at the same time', () => {
  it('does what the checker says', () => {
    play(
      [
        { at: 10, key: 'k1', amount: 13 },
        { at: 100, key: 'k2', amount: 12 },
      ],
      ['check', 'done'],
      { ann: 88, bob: 62, cem: 0 },
    );
  });

  it('does nothing before the checker has answered', () => {
    explore(
      bank({
        faults: [{ kind: 'crash', node: 'checker', at: 5, until: 1900, disk: 'kept' }],
        duration: 1500,
        asked: () => [{ at: 10, key: 'k1', amount: 30 }],
        check(answers, balances) {
          expectAnswers(answers, ['no answer']);
          expectBalances(balances, { ann: 100, bob: 50, cem: 0 });
        },
      }),
      { seeds: 2 },
    );
  });

  it('asks the checker again when there is no answer', () => {
    explore(
      bank({
        faults: [
          { kind: 'drop', from: 'bank', to: 'checker', nth: 1 },
          { kind: 'drop', from: 'checker', to: 'bank', nth: 1 },
        ],
        asked: () => [{ at: 10, key: 'k1', amount: 30 }],
        check: (answers) => expectAnswers(answers, ['done']),
      }),
      { seeds: 2 },
    );
  });

  it('moves money once, though it is asked twice before the first is decided', () => {
    const again = { key: 'k1', amount: 30 };
    play(
      [
        { at: 10, ...again },
        { at: 10, ...again },
        { at: 11, ...again },
      ],
      ['done', 'done', 'done'],
      { ann: 70, bob: 80, cem: 0 },
    );
  });

  it('refuses a key that stands for something else already, though that is not decided', () => {
    play(
      [
        { at: 10, key: 'k1', amount: 30 },
        { at: 10, key: 'k1', amount: 31 },
      ],
      ['done', 'key'],
      { ann: 70, bob: 80, cem: 0 },
    );
  });

  it('does not spend the same money twice', () => {
    explore(
      bank({
        asked: () => [
          { at: 10, key: 'k1', amount: 80 },
          { at: 10, key: 'k2', to: 'cem', amount: 80 },
        ],
        check(answers, balances) {
          const done = answers.filter((answer) => answer?.status === 'done').length;
          if (done !== 1 || balances['ann'] !== 20)
            throw new Error(`Of 100, two times 80 were asked for: ${done} were done, and ${balances['ann']} are left.`);
        },
      }),
      { seeds: 8 },
    );
  });

  it('ignores a second answer of the checker', () => {
    explore(
      bank({
        faults: [{ kind: 'duplicate', from: 'checker', to: 'bank', nth: 1, after: 60 }],
        asked: () => [{ at: 10, key: 'k1', amount: 30 }],
        check: (_answers, balances) => expectBalances(balances, { ann: 70, bob: 80, cem: 0 }),
      }),
      { seeds: 2 },
    );
  });

  it('agrees with its answers, whatever the network does', () => {
    explore(
      bank({
        duration: 2500,
        weather: { loss: 0.2, duplication: 0.3, lateness: 0.3 },
        asked: (random) => stubbornClients(random, 7),
        check(answers, balances, run) {
          if (answers.some((answer) => answer === undefined))
            throw new Error('In the end everything must be answered.');
          expectBalances(balances, balancesAfter(run));
        },
      }),
      { seeds: 25 },
    );
  });
});
