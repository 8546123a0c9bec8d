import {
  print,
  type Fault,
  type NodeContext,
  type Plain,
  type Random,
  type Scenario,
  type SimulatedNode,
  type Simulation,
  type Weather,
} from '../simulator/index.ts';
import { TransferService, type Answer, type Balances, type Transfer } from '../transfers.ts';

export const opening: Balances = { ann: 100, bob: 50, cem: 0 };

/** Approves every transfer but those of 13 cents, after a while. */
class Checker implements SimulatedNode {
  constructor(private readonly context: NodeContext) {}

  onMessage(from: string, { key, amount }: Transfer): void {
    this.context.send(from, { key, approved: amount !== 13 });
  }
}

/** The learner's service as a node. */
class Bank implements SimulatedNode {
  readonly service: TransferService;

  constructor(context: NodeContext) {
    this.service = new TransferService(context, opening);
  }

  onCall(transfer: Transfer, answer: (answer: Plain) => void): void {
    this.service.onCall(transfer, answer);
  }

  onMessage(from: string, message: { key: string; approved: boolean }): void {
    this.service.onMessage?.(from, message);
  }

  onTimer(name: string): void {
    this.service.onTimer?.(name);
  }
}

export interface Asked {
  readonly at: number;
  readonly key: string;
  readonly from?: string;
  readonly to?: string;
  readonly amount: number;
}

interface BankOptions {
  readonly duration?: number;
  readonly weather?: Weather;
  readonly faults?: readonly Fault[];
  asked(random: Random): readonly Asked[];
  /** The answers in the order in which they were asked for, and the balances in the end. */
  check(answers: readonly (Answer | undefined)[], balances: Balances, run: Simulation<SimulatedNode>): void;
}

/** Runs of one bank. Whatever they show, no money is made or lost, and the same transfer is never answered in two ways. */
export function bank({ duration = 2000, weather, faults, asked, check }: BankOptions): Scenario<SimulatedNode> {
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
      const answers = operations.map(({ answer }) => answer as unknown as Answer | undefined);
      const balances = (run.nodes.get('bank') as Bank).service.balances();
      const sum = Object.values(balances).reduce((one, other) => one + other, 0);
      if (sum !== 150) throw new Error(`150 cents were in the bank, and now there are ${sum}: ${print(balances)}.`);
      const known = new Map<string, string>();
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

export function expectAnswers(answers: readonly (Answer | undefined)[], expected: readonly string[]): void {
  const got = answers.map((answer) =>
    answer === undefined ? 'no answer' : answer.status === 'done' ? 'done' : answer.why,
  );
  if (print(got) !== print(expected))
    throw new Error(`The answers are ${print(got)}, and should be ${print(expected)}.`);
}

export function expectBalances(balances: Balances, expected: Balances): void {
  if (print(balances) !== print(expected))
    throw new Error(`The balances are ${print(balances)}, and should be ${print(expected)}.`);
}

/** What the answered transfers come to, each counted once. */
export function balancesAfter(run: Simulation<SimulatedNode>): Balances {
  const balances = { ...opening };
  const counted = new Set<string>();
  for (const { request, answer } of run.history.operations) {
    const { key, from, to, amount } = request as unknown as Transfer;
    if ((answer as unknown as Answer | undefined)?.status !== 'done' || counted.has(key)) continue;
    counted.add(key);
    balances[from] = balances[from]! - amount;
    balances[to] = balances[to]! + amount;
  }
  return balances;
}

/** Clients that ask again, with the same key, until long after everything is well. */
export function stubbornClients(random: Random, times: number): Asked[] {
  const asked: Asked[] = [];
  for (let index = 1; index <= 6; index++) {
    const from = random.pick(['ann', 'bob']);
    const to = from === 'ann' ? random.pick(['bob', 'cem']) : 'ann';
    const amount = random.pick([10, 13, 40, 70]);
    const first = random.below(600);
    for (let time = 0; time < times; time++) asked.push({ at: first + 250 * time, key: `k${index}`, from, to, amount });
  }
  return asked;
}
