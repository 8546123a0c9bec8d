import { assertConverged } from './checkers.js';
import { explore } from './explore.js';

import { print } from './plain.js';

export const replicaNames = ['a', 'b', 'c'];
const weather = { loss: 0.2, duplication: 0.2, lateness: 0.2, partitions: 2 };

/** Three replicas tell each other their states over a bad network, which gets better in the end: then all must agree. */
export function exploreReplicas(replicas, { seeds = 30 } = {}) {
  let performed = [];
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
        const views = [...nodes].map(([name, { replica }]) => [name, replicas.view(replica)]);
        assertConverged(Object.fromEntries(views));
        const [view, expected] = [print(views[0][1]), print(replicas.expected(performed))];
        if (view !== expected) throw new Error(`Every replica shows ${view}, and should show ${expected}.`);
      },
    },
    { seeds },
  );
}

class Teller {
  context;
  replicas;
  performed;
  replica;
  seen = new Set();

  constructor(context, replicas, performed) {
    this.context = context;
    this.replicas = replicas;
    this.performed = performed;
    this.replica = replicas.create(context.id);
  }

  onStart() {
    this.context.setTimer('tell', this.context.random.between(10, 40));
  }

  onTimer() {
    for (const peer of this.context.peers)
      this.context.send(peer, { state: this.replica.state(), seen: [...this.seen] });
    this.onStart();
  }

  onMessage(_from, { state, seen }) {
    this.replica.merge(state);
    for (const id of seen) this.seen.add(id);
  }

  onCall(request, answer) {
    const { performed, context } = this;
    const change = { id: performed.length, node: context.id, at: context.now(), request, seen: new Set(this.seen) };
    performed.push(change);
    this.seen.add(change.id);
    this.replicas.perform(this.replica, request, change.at);
    answer('ok');
  }
}
