import { VirtualClock } from './clock.ts';
import { Disk } from './disk.ts';
import { diskAfter, drawMessageFaults, type Fault, type Weather } from './faults.ts';
import { History } from './history.ts';
import { copy, print, type Plain } from './plain.ts';
import { Random, seedFor } from './random.ts';
import type { TraceEntry } from './trace.ts';

/** What a node may touch. There is no other way out of it: no clock, no chance, no network of its own. */
export interface NodeContext {
  readonly id: string;
  /** Every other node. */
  readonly peers: readonly string[];
  /** Outlives a crash of the node, as far as a disk does. */
  readonly disk: Disk;
  readonly random: Random;
  /** What this node's clock shows, in milliseconds. It may be wrong. */
  now(): number;
  /** Sends plain data. It may arrive late, twice, out of order or never. */
  send(to: string, message: Plain): void;
  /** Calls `onTimer(name)` in so many milliseconds; a timer of the same name that still runs is replaced. */
  setTimer(name: string, delay: number): void;
  cancelTimer(name: string): void;
  /** Writes a line into the trace. */
  note(text: string): void;
}

/** What the simulation calls. Everything a node keeps outside `context.disk` is gone after a crash. */
export interface SimulatedNode {
  /** Once, after it was created: at the beginning and after each crash. */
  onStart?(): void;
  // Each kata says what its messages and calls look like.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  onMessage?(from: string, message: any): void;
  onTimer?(name: string): void;
  /** A client asks; `answer` may be called at once, later, or never. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  onCall?(request: any, answer: (answer: Plain) => void): void;
}

export interface SimulationOptions<Node extends SimulatedNode> {
  readonly seed: number;
  readonly nodes: readonly string[];
  create(context: NodeContext): Node;
  /** Shortest and longest time a message travels; 1 to 10 ms when absent. */
  readonly delay?: readonly [number, number];
  /** Faults by name: crashes, partitions, and what happens to single messages. */
  readonly faults?: readonly Fault[];
  /** Draws faults of messages by lot until `calmFrom`. */
  readonly weather?: Weather;
  readonly calmFrom?: number;
}

const mostSteps = 50_000;

/**
 * A few nodes, a network between them and a clock, all virtual. The same seed and the same faults give the same run, to
 * the byte of the trace.
 */
export class Simulation<Node extends SimulatedNode = SimulatedNode> {
  readonly clock = new VirtualClock();
  readonly history = new History(() => this.clock.now());
  readonly trace: TraceEntry[] = [];
  /** The faults that took effect, drawn or given: enough to have the same run again. */
  readonly happened: Fault[] = [];
  readonly seed: number;
  readonly names: readonly string[];
  /** The nodes that are up. */
  readonly nodes = new Map<string, Node>();
  readonly disks = new Map<string, Disk>();
  /** How many messages were sent. */
  sent = 0;
  steps = 0;
  private readonly contexts = new Map<string, Context>();
  private readonly starts = new Map<string, number>();
  private readonly skews = new Map<string, number>();
  private readonly links = new Map<string, { readonly seed: number; count: number }>();
  private readonly messageFaults = new Map<string, Fault[]>();
  private partitions: (readonly (readonly string[])[])[] = [];

  constructor(private readonly options: SimulationOptions<Node>) {
    this.seed = options.seed;
    this.names = options.nodes;
    for (const name of options.nodes) this.disks.set(name, new Disk());
    for (const fault of options.faults ?? []) this.plan(fault);
    for (const name of options.nodes) this.clock.after(0, () => this.start(name));
  }

  /** Lets virtual time pass; `after` is called whenever something happened. */
  runUntil(until: number, after?: () => void): void {
    while (this.clock.step(until)) {
      this.steps++;
      if (this.steps > mostSteps)
        throw new Error(
          `More than ${mostSteps} things happened by ${this.clock.now()} ms: the nodes never come to rest.`,
        );
      after?.();
    }
    this.clock.runUntil(until);
  }

  /** Calls `action` at this time, counted from the beginning. */
  at(time: number, action: () => void): void {
    this.clock.after(time - this.clock.now(), action);
  }

  /** A client asks a node, without a network in between. What is asked of a node that is down is never answered. */
  call(name: string, request: Plain, client = 'client'): void {
    const answer = this.history.call(client, request);
    const node = this.nodes.get(name);
    this.tell({ node: name, what: 'call', text: `${client}: ${print(request)}${node ? '' : ' (it is down)'}` });
    if (!node) return;
    if (!node.onCall) throw new Error(`${name} has no onCall, and was asked ${print(request)}.`);
    const context = this.contexts.get(name)!;
    node.onCall(copy(request), (value) => {
      if (!context.isUp) return;
      this.tell({ node: name, what: 'answer', text: `${client}: ${print(value)}` });
      answer(value);
    });
  }

  send(from: string, to: string, message: Plain): void {
    if (!this.disks.has(to)) throw new Error(`${from} sends to “${to}”, and there is no such node.`);
    this.sent++;
    const link = this.link(from, to);
    const nth = ++link.count;
    const faults = this.faultsOf(from, to, nth);
    this.happened.push(...faults);
    const text = print(message);
    if (faults.some(({ kind }) => kind === 'drop') || this.isCut(from, to)) {
      this.tell({ node: to, from, what: 'lost', text });
      return;
    }
    const [least, most] = this.options.delay ?? [1, 10];
    let delay = new Random(seedFor(link.seed, nth)).between(least, most);
    for (const fault of faults) if (fault.kind === 'delay') delay += fault.by;
    this.clock.after(delay, () => this.arrive(from, to, text));
    for (const fault of faults)
      if (fault.kind === 'duplicate') this.clock.after(delay + fault.after, () => this.arrive(from, to, text));
  }

  /** What a node's own clock shows. */
  timeOf(name: string): number {
    return this.clock.now() + (this.skews.get(name) ?? 0);
  }

  tell(entry: Omit<TraceEntry, 'at'>): void {
    this.trace.push({ at: this.clock.now(), ...entry });
  }

  crash(name: string, disk: 'kept' | 'torn' | 'lost' = 'kept'): void {
    this.contexts.get(name)!.stop();
    this.nodes.delete(name);
    const count = this.starts.get(name)!;
    this.disks.get(name)!.crash(disk, new Random(seedFor(this.seed, 'crash', name, count)));
    this.tell({ node: name, what: 'crash', text: diskAfter[disk] });
  }

  /** From now on nodes of different groups cannot reach each other, until what is answered is called. */
  split(groups: readonly (readonly string[])[]): () => void {
    this.partitions.push(groups);
    this.tell({ node: '', what: 'network', text: `split: ${groups.map((group) => group.join(' ')).join(' | ')}` });
    return () => {
      this.partitions = this.partitions.filter((each) => each !== groups);
      this.tell({ node: '', what: 'network', text: 'healed' });
    };
  }

  start(name: string): void {
    const count = (this.starts.get(name) ?? 0) + 1;
    this.starts.set(name, count);
    const context = new Context(this, name, new Random(seedFor(this.seed, 'node', name, count)));
    this.contexts.set(name, context);
    this.tell({ node: name, what: 'start', text: '' });
    const node = this.options.create(context);
    this.nodes.set(name, node);
    node.onStart?.();
  }

  private plan(fault: Fault): void {
    const { clock } = this;
    switch (fault.kind) {
      case 'partition': {
        const { groups } = fault;
        this.happened.push(fault);
        clock.after(fault.at, () => {
          const heal = this.split(groups);
          clock.after(fault.until - fault.at, heal);
        });
        return;
      }
      case 'crash':
        this.happened.push(fault);
        clock.after(fault.at, () => {
          if (!this.nodes.has(fault.node)) return;
          this.crash(fault.node, fault.disk);
          clock.after(fault.until - fault.at, () => this.start(fault.node));
        });
        return;
      case 'skew':
        this.happened.push(fault);
        clock.after(fault.at, () => {
          this.skews.set(fault.node, (this.skews.get(fault.node) ?? 0) + fault.by);
          this.tell({ node: fault.node, what: 'clock', text: `${fault.by < 0 ? '' : '+'}${fault.by} ms` });
        });
        return;
      case 'drop':
      case 'duplicate':
      case 'delay': {
        const key = `${fault.from} ${fault.to} ${fault.nth}`;
        this.messageFaults.set(key, [...(this.messageFaults.get(key) ?? []), fault]);
      }
    }
  }

  private faultsOf(from: string, to: string, nth: number): readonly Fault[] {
    const { weather, calmFrom = Infinity } = this.options;
    const given = this.messageFaults.get(`${from} ${to} ${nth}`) ?? [];
    if (!weather || this.clock.now() >= calmFrom) return given;
    if (weather.spared?.includes(from) || weather.spared?.includes(to)) return given;
    return [...given, ...drawMessageFaults(this.seed, weather, { from, to, nth })];
  }

  private link(from: string, to: string): { readonly seed: number; count: number } {
    const key = `${from} ${to}`;
    const known = this.links.get(key) ?? { seed: seedFor(this.seed, 'link', from, to), count: 0 };
    this.links.set(key, known);
    return known;
  }

  private arrive(from: string, to: string, text: string): void {
    const node = this.nodes.get(to);
    if (!node || this.isCut(from, to)) {
      this.tell({ node: to, from, what: 'lost', text });
      return;
    }
    this.tell({ node: to, from, what: 'arrives', text });
    node.onMessage?.(from, JSON.parse(text));
  }

  private isCut(from: string, to: string): boolean {
    return this.partitions.some((groups) => {
      const one = groups.findIndex((group) => group.includes(from));
      const other = groups.findIndex((group) => group.includes(to));
      return one >= 0 && other >= 0 && one !== other;
    });
  }
}

class Context implements NodeContext {
  readonly peers: readonly string[];
  readonly disk: Disk;
  isUp = true;
  private readonly timers = new Map<string, () => void>();

  constructor(
    private readonly simulation: Simulation,
    readonly id: string,
    readonly random: Random,
  ) {
    this.peers = simulation.names.filter((name) => name !== id);
    this.disk = simulation.disks.get(id)!;
  }

  now(): number {
    return this.simulation.timeOf(this.id);
  }

  send(to: string, message: Plain): void {
    if (this.isUp) this.simulation.send(this.id, to, message);
  }

  setTimer(name: string, delay: number): void {
    this.cancelTimer(name);
    if (!this.isUp) return;
    const cancel = this.simulation.clock.after(delay, () => {
      this.timers.delete(name);
      this.simulation.tell({ node: this.id, what: 'timer', text: name });
      this.simulation.nodes.get(this.id)?.onTimer?.(name);
    });
    this.timers.set(name, cancel);
  }

  cancelTimer(name: string): void {
    this.timers.get(name)?.();
    this.timers.delete(name);
  }

  note(text: string): void {
    if (this.isUp) this.simulation.tell({ node: this.id, what: 'note', text });
  }

  /** After a crash nothing of the old node reaches the world any more. */
  stop(): void {
    this.isUp = false;
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }
}
