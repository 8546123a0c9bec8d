import type { Weather } from './faults.ts';
import { Simulation, type NodeContext, type SimulatedNode } from './simulation.ts';
import type { Plain } from './plain.ts';

/** A clock that stamps events: `tick` for what a node does itself, `receive` for a message with its sender's stamp. */
export interface StampingClock<Stamp> {
  tick(): Stamp;
  receive(stamp: Stamp): Stamp;
}

/** One event of a run, its stamp, and the events that truly came before it: what it could know of. */
export interface Happening<Stamp> {
  readonly id: number;
  readonly node: string;
  readonly stamp: Stamp;
  /** True time, which no node sees, and what the node's own clock showed. */
  readonly at: number;
  readonly shown: number;
  readonly past: ReadonlySet<number>;
}

/** Nodes that act and talk at random: every event of the run in the order of true time, with its true past. */
export function recordCausality<Stamp>(
  seed: number,
  createClock: (context: NodeContext) => StampingClock<Stamp>,
  { nodes = ['a', 'b', 'c'], duration = 300, weather = {} }: CausalityOptions = {},
): readonly Happening<Stamp>[] {
  const happenings: Happening<Stamp>[] = [];
  const simulation: Simulation<Talker<Stamp>> = new Simulation<Talker<Stamp>>({
    seed,
    nodes,
    weather,
    faults: (weather.skews ?? 0) > 0 ? nodes.map((node, index) => skewOf(node, index, weather.skew ?? 100)) : [],
    create: (context): Talker<Stamp> => new Talker(context, createClock(context), simulation, happenings),
  });
  simulation.runUntil(duration);
  return happenings;
}

export interface CausalityOptions {
  readonly nodes?: readonly string[];
  readonly duration?: number;
  readonly weather?: Weather;
}

/** One clock is fast, the next is set back in the middle of the run, the next is right. */
function skewOf(node: string, index: number, most: number) {
  return { kind: 'skew', node, at: index % 3 === 1 ? 100 : 0, by: [most, -most, 0][index % 3]! } as const;
}

class Talker<Stamp> implements SimulatedNode {
  private latest: Happening<Stamp> | undefined;

  constructor(
    private readonly context: NodeContext,
    private readonly clock: StampingClock<Stamp>,
    private readonly simulation: Simulation<Talker<Stamp>>,
    private readonly happenings: Happening<Stamp>[],
  ) {}

  onStart(): void {
    this.context.setTimer('act', this.context.random.between(1, 15));
  }

  onTimer(): void {
    const { context } = this;
    const happening = this.record(this.clock.tick(), []);
    if (context.random.chance(0.6))
      context.send(context.random.pick(context.peers), { event: happening.id, stamp: happening.stamp as Plain });
    context.setTimer('act', context.random.between(1, 15));
  }

  onMessage(_from: string, { event, stamp }: { readonly event: number; readonly stamp: Stamp }): void {
    this.record(this.clock.receive(stamp), [this.happenings[event]!]);
  }

  private record(stamp: Stamp, causes: readonly Happening<Stamp>[]): Happening<Stamp> {
    const past = new Set<number>();
    for (const cause of this.latest ? [this.latest, ...causes] : causes) {
      past.add(cause.id);
      for (const id of cause.past) past.add(id);
    }
    const { id: node } = this.context;
    const at = this.simulation.clock.now();
    this.latest = { id: this.happenings.length, node, stamp, at, shown: this.context.now(), past };
    this.happenings.push(this.latest);
    return this.latest;
  }
}
