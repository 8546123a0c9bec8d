import { print } from '../simulator/index.js';
import { TransferService } from '../transfers.js';

export const opening = { ann: 100, bob: 50, cem: 0 };

/** Approves every transfer but those of 13 cents, after a while. */
class Checker {
  context;
  constructor(context) {
    this.context = context;
  }

  onMessage(from, { key, amount }) {
    this.context.send(from, { key, approved: amount !== 13 });
  }
}

/** The learner's service as a node. */
class Bank {
  service;

  constructor(context) {
    this.service = new TransferService(context, opening);
  }

  onCall(transfer, answer) {
    this.service.onCall(transfer, answer);
  }

  onMessage(from, message) {
    this.service.onMessage?.(from, message);
  }

  onTimer(name) {
    this.service.onTimer?.(name);
  }
}

/** Runs of one bank. Whatever they show, no money is made or lost, and the same transfer is never answered in two ways. */
export function bank({ duration = 2000, weather, faults, asked, check }) {
  return {
    nodes: ['bank', 'checker'],
    duration,
    calm: weather ? 500 : 0,
    ...(weather && { weather: { ...weather, spared: [] } }),
    ...(faults && { faults }),
    create: (context) => (context.id === 'bank' ? new Bank(context) : new Checker(context)),
    calls: (random) =>
      asked(random).map(({ at, key, from = 'ann', to = 'bob', amount }, index) => ({
        at,
        node: 'bank',
        client: `c${index + 1}`,
        request: { key, from, to, amount },
      })),
    check(run) {
      const operations = [...run.history.operations].sort(
        (one, other) => Number(one.client.slice(1)) - Number(other.client.slice(1)),
      );
      const answers = operations.map(({ answer }) => answer);
      const balances = run.nodes.get('bank').service.balances();
      const sum = Object.values(balances).reduce((one, other) => one + other, 0);
      if (sum !== 150) throw new Error(`150 cents were in the bank, and now there are ${sum}: ${print(balances)}.`);
      const known = new Map();
      for (const { request, answer } of operations) {
        if (answer === undefined) continue;
        const before = known.get(print(request)) ?? print(answer);
        if (before !== print(answer))
          throw new Error(`${print(request)} was answered ${before}, and then ${print(answer)}.`);
        known.set(print(request), before);
      }
      check(answers, balances, run);
    },
  };
}

export function expectAnswers(answers, expected) {
  const got = answers.map((answer) =>
    answer === undefined ? 'no answer' : answer.status === 'done' ? 'done' : answer.why,
  );
  if (print(got) !== print(expected))
    throw new Error(`The answers are ${print(got)}, and should be ${print(expected)}.`);
}

export function expectBalances(balances, expected) {
  if (print(balances) !== print(expected))
    throw new Error(`The balances are ${print(balances)}, and should be ${print(expected)}.`);
}

/** What the answered transfers come to, each counted once. */
export function balancesAfter(run) {
  const balances = { ...opening };
  const counted = new Set();
  for (const { request, answer } of run.history.operations) {
    const { key, from, to, amount } = request;
    if (answer?.status !== 'done' || counted.has(key)) continue;
    counted.add(key);
    balances[from] = balances[from] - amount;
    balances[to] = balances[to] + amount;
  }
  return balances;
}

/** Clients that ask again, with the same key, until long after everything is well. */
export function stubbornClients(random, times) {
  const asked = [];
  for (let index = 1; index <= 6; index++) {
    const from = random.pick(['ann', 'bob']);
    const to = from === 'ann' ? random.pick(['bob', 'cem']) : 'ann';
    const amount = random.pick([10, 13, 40, 70]);
    const first = random.below(600);
    for (let time = 0; time < times; time++) asked.push({ at: first + 250 * time, key: `k${index}`, from, to, amount });
  }
  return asked;
}
