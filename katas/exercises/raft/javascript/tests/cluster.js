import { RaftNode } from '../raft.js';
import { assertLinearizable, print, Random, register, seedFor } from '../simulator/index.js';

/** What the nodes of one run applied as their first, second … command: it must be the same everywhere. */
class Book {
  places = new Map();
  commands = [];

  record(node, number, command) {
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
export class Registers {
  node;
  book;
  values = {};
  count = 0;

  constructor(node, book) {
    this.node = node;
    this.book = book;
  }

  apply(command) {
    const asked = command;
    this.count += 1;
    this.book.record(this.node, this.count, asked);
    const { state, answer } = register.apply(this.values[asked.key] ?? null, command);
    this.values[asked.key] = state;
    return answer;
  }

  snapshot() {
    return { values: this.values, count: this.count };
  }

  restore(snapshot) {
    const { values, count } = JSON.parse(print(snapshot));
    this.values = values;
    this.count = count;
  }

  show() {
    return { ...this.values, count: this.count };
  }
}

/** A learner's node with its machine. */
export class Server {
  machine;
  raft;

  constructor(context, book) {
    this.machine = new Registers(context.id, book);
    this.raft = new RaftNode(context, this.machine);
  }

  onStart() {
    this.raft.onStart();
  }

  onTimer(name) {
    this.raft.onTimer(name);
  }

  onMessage(from, message) {
    this.raft.onMessage(from, message);
  }
}

/** Runs in which no term ever has two leaders, and no two nodes apply different commands. */
export function cluster(options) {
  const { nodes = ['a', 'b', 'c'], duration, calm = 0, weather, faults, clients, prepare, check } = options;
  let book = new Book();
  let leaders = new Map();
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

function planCommands(simulation, { from, until, count }) {
  const random = new Random(seedFor(simulation.seed, 'clients'));
  for (let id = 1; id <= count; id++) {
    const kind = random.pick(['read', 'write', 'swap']);
    const command = { id, kind, key: random.pick(['x', 'y']), value: id, expected: random.below(id) || null };
    simulation.at(random.between(from, until), () => ask(simulation, command));
  }
}

/** Asks one of those that say they lead; what is refused did not happen. Answers the operation, if it was taken. */
export function ask(simulation, command) {
  const leading = [...simulation.nodes].filter(([, { raft }]) => raft.role === 'leader');
  return leading.length === 0 ? undefined : askAt(simulation, leading[command.id % leading.length][0], command);
}

/** Asks one node; what it refuses did not happen. */
export function askAt(simulation, name, command) {
  const { raft } = simulation.nodes.get(name);
  const { history } = simulation;
  const client = `client ${command.id}`;
  const answer = history.call(client, command);
  const operation = history.operations.at(-1);
  simulation.tell({ node: name, what: 'call', text: `${client}: ${print(command)}` });
  const isTaken = raft.propose(command, (result) => {
    simulation.tell({ node: name, what: 'answer', text: `${client}: ${print(result)}` });
    answer(result);
  });
  if (isTaken) return operation;
  history.operations.splice(history.operations.indexOf(operation), 1);
  return undefined;
}

/** The one node that leads, of those that are up, and that all others follow. */
export function theLeader({ nodes, clock }) {
  const all = [...nodes].map(([name, { raft }]) => ({ name, role: raft.role, term: raft.term }));
  const shown = all.map(({ name, role, term }) => `${name} is ${role} in term ${term}`).join(', ');
  const leading = all.filter(({ role }) => role === 'leader');
  if (leading.length !== 1) throw new Error(`At ${clock.now()} ms there is not one leader: ${shown}.`);
  if (new Set(all.map(({ term }) => term)).size !== 1)
    throw new Error(`At ${clock.now()} ms the terms differ: ${shown}.`);
  return leading[0].name;
}

/** At this time, when all is well, a command must be taken; it must be answered within 250 ms. */
export function mustWork(simulation, at) {
  let operation;
  const command = { id: 10_000 + at, kind: 'write', key: 'last', value: at };
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
export function mustAgree({ nodes }) {
  const shown = [...nodes].map(([name, { machine }]) => `${name}: ${print(machine.show())}`);
  if (new Set([...nodes.values()].map(({ machine }) => print(machine.show()))).size > 1)
    throw new Error(`In the end the nodes differ:\n${shown.join('\n')}`);
}
