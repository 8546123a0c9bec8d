import { Simulation } from './simulation.js';

/** Nodes that act and talk at random: every event of the run in the order of true time, with its true past. */
export function recordCausality(seed, createClock, { nodes = ['a', 'b', 'c'], duration = 300, weather = {} } = {}) {
  const happenings = [];
  const simulation = new Simulation({
    seed,
    nodes,
    weather,
    faults: (weather.skews ?? 0) > 0 ? nodes.map((node, index) => skewOf(node, index, weather.skew ?? 100)) : [],
    create: (context) => new Talker(context, createClock(context), simulation, happenings),
  });
  simulation.runUntil(duration);
  return happenings;
}

/** One clock is fast, the next is set back in the middle of the run, the next is right. */
function skewOf(node, index, most) {
  return { kind: 'skew', node, at: index % 3 === 1 ? 100 : 0, by: [most, -most, 0][index % 3] };
}

class Talker {
  context;
  clock;
  simulation;
  happenings;
  latest;

  constructor(context, clock, simulation, happenings) {
    this.context = context;
    this.clock = clock;
    this.simulation = simulation;
    this.happenings = happenings;
  }

  onStart() {
    this.context.setTimer('act', this.context.random.between(1, 15));
  }

  onTimer() {
    const { context } = this;
    const happening = this.record(this.clock.tick(), []);
    if (context.random.chance(0.6))
      context.send(context.random.pick(context.peers), { event: happening.id, stamp: happening.stamp });
    context.setTimer('act', context.random.between(1, 15));
  }

  onMessage(_from, { event, stamp }) {
    this.record(this.clock.receive(stamp), [this.happenings[event]]);
  }

  record(stamp, causes) {
    const past = new Set();
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
