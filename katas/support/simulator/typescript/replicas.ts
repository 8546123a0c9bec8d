import { assertConverged } from './checkers.ts';
import { explore, type PlannedCall } from './explore.ts';
import type { Weather } from './faults.ts';
import { print, type Plain } from './plain.ts';
import type { Random } from './random.ts';
import type { NodeContext, SimulatedNode } from './simulation.ts';

/** A replica that is brought up to date by merging another one's state. */
export interface Mergeable {
  state(): unknown;
  // Each kata has states of its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  merge(state: any): void;
}

/** One change that was made somewhere, and the changes that its replica had seen when it was made. */
export interface Performed {
  readonly id: number;
  readonly node: string;
  readonly at: number;
  readonly request: Plain;
  readonly seen: ReadonlySet<number>;
}

export interface Replicas<Replica extends Mergeable> {
  create(node: string): Replica;
  /** What clients ask, and how a replica does it. */
  calls(random: Random): readonly PlannedCall[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  perform(replica: Replica, request: any, at: number): void;
  /** What a user sees of a replica. */
  view(replica: Replica): Plain;
  /** What every user must see once all replicas have heard of all changes. */
  expected(performed: readonly Performed[]): Plain;
}

export const replicaNames = ['a', 'b', 'c'];
const weather: Weather = { loss: 0.2, duplication: 0.2, lateness: 0.2, partitions: 2 };

/** Three replicas tell each other their states over a bad network, which gets better in the end: then all must agree. */
export function exploreReplicas<Replica extends Mergeable>(
  replicas: Replicas<Replica>,
  { seeds = 30 }: { readonly seeds?: number } = {},
): void {
  let performed: Performed[] = [];
  explore(
    {
      nodes: replicaNames,
      duration: 600,
      calm: 200,
      weather,
      calls: (random) => replicas.calls(random),
      prepare: () => (performed = []),
      create: (context) => new Teller(context, replicas, performed),
      check({ nodes }) {
        const views = [...nodes].map(([name, { replica }]) => [name, replicas.view(replica)] as const);
        assertConverged(Object.fromEntries(views));
        const [view, expected] = [print(views[0]![1]), print(replicas.expected(performed))];
        if (view !== expected) throw new Error(`Every replica shows ${view}, and should show ${expected}.`);
      },
    },
    { seeds },
  );
}

class Teller<Replica extends Mergeable> implements SimulatedNode {
  readonly replica: Replica;
  private readonly seen = new Set<number>();

  constructor(
    private readonly context: NodeContext,
    private readonly replicas: Replicas<Replica>,
    private readonly performed: Performed[],
  ) {
    this.replica = replicas.create(context.id);
  }

  onStart(): void {
    this.context.setTimer('tell', this.context.random.between(10, 40));
  }

  onTimer(): void {
    for (const peer of this.context.peers)
      this.context.send(peer, { state: this.replica.state() as Plain, seen: [...this.seen] });
    this.onStart();
  }

  onMessage(_from: string, { state, seen }: { readonly state: Plain; readonly seen: readonly number[] }): void {
    this.replica.merge(state);
    for (const id of seen) this.seen.add(id);
  }

  onCall(request: Plain, answer: (answer: Plain) => void): void {
    const { performed, context } = this;
    const change = { id: performed.length, node: context.id, at: context.now(), request, seen: new Set(this.seen) };
    performed.push(change);
    this.seen.add(change.id);
    this.replicas.perform(this.replica, request, change.at);
    answer('ok');
  }
}
