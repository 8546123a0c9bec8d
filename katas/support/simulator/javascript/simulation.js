import { VirtualClock } from './clock.js';
import { Disk } from './disk.js';
import { diskAfter, drawMessageFaults } from './faults.js';
import { History } from './history.js';
import { copy, print } from './plain.js';
import { Random, seedFor } from './random.js';

const mostSteps = 50_000;

/**
 * A few nodes, a network between them and a clock, all virtual. The same seed and the same faults give the same run, to
 * the byte of the trace.
 */
export class Simulation {
  options;
  clock = new VirtualClock();
  history = new History(() => this.clock.now());
  trace = [];
  /** The faults that took effect, drawn or given: enough to have the same run again. */
  happened = [];
  seed;
  names;
  /** The nodes that are up. */
  nodes = new Map();
  disks = new Map();
  /** How many messages were sent. */
  sent = 0;
  steps = 0;
  contexts = new Map();
  starts = new Map();
  skews = new Map();
  links = new Map();
  messageFaults = new Map();
  partitions = [];

  constructor(options) {
    this.options = options;
    this.seed = options.seed;
    this.names = options.nodes;
    for (const name of options.nodes) this.disks.set(name, new Disk());
    for (const fault of options.faults ?? []) this.plan(fault);
    for (const name of options.nodes) this.clock.after(0, () => this.start(name));
  }

  /** Lets virtual time pass; `after` is called whenever something happened. */
  runUntil(until, after) {
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
  at(time, action) {
    this.clock.after(time - this.clock.now(), action);
  }

  /** A client asks a node, without a network in between. What is asked of a node that is down is never answered. */
  call(name, request, client = 'client') {
    const answer = this.history.call(client, request);
    const node = this.nodes.get(name);
    this.tell({ node: name, what: 'call', text: `${client}: ${print(request)}${node ? '' : ' (it is down)'}` });
    if (!node) return;
    if (!node.onCall) throw new Error(`${name} has no onCall, and was asked ${print(request)}.`);
    const context = this.contexts.get(name);
    node.onCall(copy(request), (value) => {
      if (!context.isUp) return;
      this.tell({ node: name, what: 'answer', text: `${client}: ${print(value)}` });
      answer(value);
    });
  }

  send(from, to, message) {
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
  timeOf(name) {
    return this.clock.now() + (this.skews.get(name) ?? 0);
  }

  tell(entry) {
    this.trace.push({ at: this.clock.now(), ...entry });
  }

  crash(name, disk = 'kept') {
    this.contexts.get(name).stop();
    this.nodes.delete(name);
    const count = this.starts.get(name);
    this.disks.get(name).crash(disk, new Random(seedFor(this.seed, 'crash', name, count)));
    this.tell({ node: name, what: 'crash', text: diskAfter[disk] });
  }

  /** From now on nodes of different groups cannot reach each other, until what is answered is called. */
  split(groups) {
    this.partitions.push(groups);
    this.tell({ node: '', what: 'network', text: `split: ${groups.map((group) => group.join(' ')).join(' | ')}` });
    return () => {
      this.partitions = this.partitions.filter((each) => each !== groups);
      this.tell({ node: '', what: 'network', text: 'healed' });
    };
  }

  start(name) {
    const count = (this.starts.get(name) ?? 0) + 1;
    this.starts.set(name, count);
    const context = new Context(this, name, new Random(seedFor(this.seed, 'node', name, count)));
    this.contexts.set(name, context);
    this.tell({ node: name, what: 'start', text: '' });
    const node = this.options.create(context);
    this.nodes.set(name, node);
    node.onStart?.();
  }

  plan(fault) {
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

  faultsOf(from, to, nth) {
    const { weather, calmFrom = Infinity } = this.options;
    const given = this.messageFaults.get(`${from} ${to} ${nth}`) ?? [];
    if (!weather || this.clock.now() >= calmFrom) return given;
    if (weather.spared?.includes(from) || weather.spared?.includes(to)) return given;
    return [...given, ...drawMessageFaults(this.seed, weather, { from, to, nth })];
  }

  link(from, to) {
    const key = `${from} ${to}`;
    const known = this.links.get(key) ?? { seed: seedFor(this.seed, 'link', from, to), count: 0 };
    this.links.set(key, known);
    return known;
  }

  arrive(from, to, text) {
    const node = this.nodes.get(to);
    if (!node || this.isCut(from, to)) {
      this.tell({ node: to, from, what: 'lost', text });
      return;
    }
    this.tell({ node: to, from, what: 'arrives', text });
    node.onMessage?.(from, JSON.parse(text));
  }

  isCut(from, to) {
    return this.partitions.some((groups) => {
      const one = groups.findIndex((group) => group.includes(from));
      const other = groups.findIndex((group) => group.includes(to));
      return one >= 0 && other >= 0 && one !== other;
    });
  }
}

class Context {
  simulation;
  id;
  random;
  peers;
  disk;
  isUp = true;
  timers = new Map();

  constructor(simulation, id, random) {
    this.simulation = simulation;
    this.id = id;
    this.random = random;
    this.peers = simulation.names.filter((name) => name !== id);
    this.disk = simulation.disks.get(id);
  }

  now() {
    return this.simulation.timeOf(this.id);
  }

  send(to, message) {
    if (this.isUp) this.simulation.send(this.id, to, message);
  }

  setTimer(name, delay) {
    this.cancelTimer(name);
    if (!this.isUp) return;
    const cancel = this.simulation.clock.after(delay, () => {
      this.timers.delete(name);
      this.simulation.tell({ node: this.id, what: 'timer', text: name });
      this.simulation.nodes.get(this.id)?.onTimer?.(name);
    });
    this.timers.set(name, cancel);
  }

  cancelTimer(name) {
    this.timers.get(name)?.();
    this.timers.delete(name);
  }

  note(text) {
    if (this.isUp) this.simulation.tell({ node: this.id, what: 'note', text });
  }

  /** After a crash nothing of the old node reaches the world any more. */
  stop() {
    this.isUp = false;
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }
}
