import {
  explore,
  simulate,
  type NodeContext,
  type Scenario,
} from '../../../katas/support/simulator/typescript/index.ts';

/** Tells the others every number it knows, again and again; does all that a node may do. `gossip.py` is its twin. */
export class Gossip {
  known: number[];

  constructor(
    private readonly context: NodeContext,
    private readonly forgets = false,
  ) {
    this.known = forgets ? [] : ((context.disk.read('known') ?? []) as number[]);
  }

  onStart(): void {
    this.context.setTimer('tell', 20 + this.context.random.below(10));
    this.context.note(`knows ${this.known.length} at ${this.context.now()}`);
  }

  onTimer(): void {
    for (const peer of this.context.peers) this.context.send(peer, { known: this.known, 'by;#': this.context.id });
    this.context.setTimer('tell', 20 + this.context.random.below(10));
  }

  onMessage(_from: string, { known }: { known: number[] }): void {
    for (const each of known) this.learn(each);
  }

  onCall({ value }: { value: number }, answer: (answer: string) => void): void {
    this.learn(value);
    answer('ok');
  }

  private learn(value: number): void {
    if (this.known.includes(value)) return;
    this.known = [...this.known, value].sort((one, other) => one - other);
    if (this.forgets) return;
    this.context.disk.write('known', this.known);
    this.context.disk.append('journal', `${value};`);
    if (this.context.random.chance(0.9)) this.context.disk.sync();
  }
}

export const storm: Scenario<Gossip> = {
  nodes: ['a', 'b', 'c'],
  create: (context) => new Gossip(context),
  duration: 800,
  calm: 200,
  weather: {
    loss: 0.1,
    duplication: 0.1,
    lateness: 0.1,
    partitions: 2,
    crashes: 3,
    skews: 2,
    disks: ['kept', 'torn', 'lost'],
  },
  calls: (random) =>
    random.shuffle([1, 2, 3, 4, 5]).map((value) => ({
      at: random.below(500),
      node: random.pick(['a', 'b', 'c']),
      request: { value },
      client: `c${value}`,
    })),
};

/** Everything a run leaves behind, as text. */
export function account(seed: number): string {
  const { trace, history, happened, sent, steps, disks } = simulate(storm, seed);
  const left = [...disks].map(([name, disk]) => [name, disk.read('known') ?? null, disk.read('journal') ?? null]);
  const { operations } = history;
  return JSON.stringify([
    trace.map(({ at, node, from = null, what, text }) => [at, node, from, what, text]),
    left,
    operations.length,
    happened.length,
    sent,
    steps,
  ]);
}

/** What is said about a broken node: it forgets when it crashes, and an answered value must never be gone everywhere. */
export function failureOf(faulty: boolean): { message: string; details: string; seed: number } | undefined {
  const broken: Scenario<Gossip> = {
    ...storm,
    weather: { loss: 0.2, crashes: 3, partitions: 1 },
    create: (context) => new Gossip(context, faulty),
    check({ nodes, history }) {
      for (const { request } of history.answered()) {
        const { value } = request as { value: number };
        if (![...nodes.values()].every(({ known }) => known.includes(value)))
          throw new Error(`${value} was promised, and is not known everywhere.`);
      }
    },
  };
  try {
    explore(broken, { seeds: 30 });
    return undefined;
  } catch (error) {
    return error as { message: string; details: string; seed: number };
  }
}
