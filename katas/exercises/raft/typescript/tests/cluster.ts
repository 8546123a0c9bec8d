import { RaftNode, type Machine } from '../raft.ts';
import {
  assertLinearizable,
  print,
  Random,
  register,
  seedFor,
  type Fault,
  type NodeContext,
  type Operation,
  type Plain,
  type Scenario,
  type SimulatedNode,
  type Simulation,
  type Weather,
} from '../simulator/index.ts';

export interface Command {
  readonly id: number;
  readonly kind: 'read' | 'write' | 'swap';
  readonly key: string;
  readonly value?: Plain;
  readonly expected?: Plain;
}

/** What the nodes of one run applied as their first, second … command: it must be the same everywhere. */
class Book {
  private readonly places = new Map<string, number>();
  private readonly commands: string[] = [];

  record(node: string, number: number, command: Command): void {
    const text = print(command);
    const known = this.commands[number];
    if (known !== undefined && known !== text)
      throw new Error(`${node} applies ${text} as command ${number}, where ${known} was applied before.`);
    const place = this.places.get(text) ?? number;
    if (place !== number)
      throw new Error(`${node} applies ${text} as command ${number}, and it was command ${place} too.`);
    this.commands[number] = text;
    this.places.set(text, number);
  }
}

/** A few registers, each read, written and swapped by commands. */
export class Registers implements Machine {
  private values: Record<string, Plain> = {};
  private count = 0;

  constructor(
    private readonly node: string,
    private readonly book: Book,
  ) {}

  apply(command: Plain): Plain {
    const asked = command as unknown as Command;
    this.count += 1;
    this.book.record(this.node, this.count, asked);
    const { state, answer } = register.apply(this.values[asked.key] ?? null, command);
    this.values[asked.key] = state;
    return answer;
  }

  snapshot(): Plain {
    return { values: this.values, count: this.count };
  }

  restore(snapshot: Plain): void {
    const { values, count } = JSON.parse(print(snapshot)) as { values: Record<string, Plain>; count: number };
    this.values = values;
    this.count = count;
  }

  show(): Plain {
    return { ...this.values, count: this.count };
  }
}

/** A learner's node with its machine. */
export class Server implements SimulatedNode {
  readonly machine: Registers;
  readonly raft: RaftNode;

  constructor(context: NodeContext, book: Book) {
    this.machine = new Registers(context.id, book);
    this.raft = new RaftNode(context, this.machine);
  }

  onStart(): void {
    this.raft.onStart();
  }

  onTimer(name: string): void {
    this.raft.onTimer(name);
  }

  onMessage(from: string, message: Parameters<RaftNode['onMessage']>[1]): void {
    this.raft.onMessage(from, message);
  }
}

export type Cluster = Simulation<Server>;

export interface ClusterOptions {
  readonly nodes?: readonly string[];
  readonly duration: number;
  readonly calm?: number;
  readonly weather?: Weather;
  readonly faults?: readonly Fault[];
  /** From when to when clients ask, and how often. */
  readonly clients?: { readonly from: number; readonly until: number; readonly count: number };
  prepare?(cluster: Cluster): void;
  check?(cluster: Cluster): void;
}

/** Runs in which no term ever has two leaders, and no two nodes apply different commands. */
export function cluster(options: ClusterOptions): Scenario<Server> {
  const { nodes = ['a', 'b', 'c'], duration, calm = 0, weather, faults, clients, prepare, check } = options;
  let book = new Book();
  let leaders = new Map<number, string>();
  return {
    nodes,
    duration,
    calm,
    ...(weather && { weather }),
    ...(faults && { faults }),
    create: (context) => new Server(context, book),
    prepare(simulation) {
      book = new Book();
      leaders = new Map();
      if (clients) planCommands(simulation, clients);
      prepare?.(simulation);
    },
    always({ nodes: up }) {
      for (const [name, { raft }] of up) {
        if (raft.role !== 'leader') continue;
        const known = leaders.get(raft.term);
        if (known !== undefined && known !== name)
          throw new Error(`Term ${raft.term} has two leaders: ${known} and ${name}.`);
        leaders.set(raft.term, name);
      }
    },
    check(simulation) {
      assertLinearizable(register, simulation.history);
      check?.(simulation);
    },
  };
}

function planCommands(simulation: Cluster, { from, until, count }: NonNullable<ClusterOptions['clients']>): void {
  const random = new Random(seedFor(simulation.seed, 'clients'));
  for (let id = 1; id <= count; id++) {
    const kind = random.pick(['read', 'write', 'swap'] as const);
    const command = { id, kind, key: random.pick(['x', 'y']), value: id, expected: random.below(id) || null };
    simulation.at(random.between(from, until), () => ask(simulation, command));
  }
}

/** Asks one of those that say they lead; what is refused did not happen. Answers the operation, if it was taken. */
export function ask(simulation: Cluster, command: Command): Operation | undefined {
  const leading = [...simulation.nodes].filter(([, { raft }]) => raft.role === 'leader');
  return leading.length === 0 ? undefined : askAt(simulation, leading[command.id % leading.length]![0], command);
}

/** Asks one node; what it refuses did not happen. */
export function askAt(simulation: Cluster, name: string, command: Command): Operation | undefined {
  const { raft } = simulation.nodes.get(name)!;
  const { history } = simulation;
  const client = `client ${command.id}`;
  const answer = history.call(client, command as unknown as Plain);
  const operation = history.operations.at(-1)!;
  simulation.tell({ node: name, what: 'call', text: `${client}: ${print(command)}` });
  const isTaken = raft.propose(command as unknown as Plain, (result) => {
    simulation.tell({ node: name, what: 'answer', text: `${client}: ${print(result)}` });
    answer(result);
  });
  if (isTaken) return operation;
  history.operations.splice(history.operations.indexOf(operation), 1);
  return undefined;
}

/** The one node that leads, of those that are up, and that all others follow. */
export function theLeader({ nodes, clock }: Cluster): string {
  const all = [...nodes].map(([name, { raft }]) => ({ name, role: raft.role, term: raft.term }));
  const shown = all.map(({ name, role, term }) => `${name} is ${role} in term ${term}`).join(', ');
  const leading = all.filter(({ role }) => role === 'leader');
  if (leading.length !== 1) throw new Error(`At ${clock.now()} ms there is not one leader: ${shown}.`);
  if (new Set(all.map(({ term }) => term)).size !== 1)
    throw new Error(`At ${clock.now()} ms the terms differ: ${shown}.`);
  return leading[0]!.name;
}

/** At this time, when all is well, a command must be taken; it must be answered within 250 ms. */
export function mustWork(simulation: Cluster, at: number): void {
  let operation: Operation | undefined;
  const command: Command = { id: 10_000 + at, kind: 'write', key: 'last', value: at };
  simulation.at(at, () => {
    theLeader(simulation);
    operation = ask(simulation, command);
    if (!operation) throw new Error(`At ${at} ms the leader does not take a command, and all is well.`);
  });
  simulation.at(at + 250, () => {
    if (operation?.returned === undefined)
      throw new Error(`What was asked at ${at} ms is not answered 250 ms later, and all is well.`);
  });
}

/** All nodes must have applied the same. */
export function mustAgree({ nodes }: Cluster): void {
  const shown = [...nodes].map(([name, { machine }]) => `${name}: ${print(machine.show())}`);
  if (new Set([...nodes.values()].map(({ machine }) => print(machine.show()))).size > 1)
    throw new Error(`In the end the nodes differ:\n${shown.join('\n')}`);
}
