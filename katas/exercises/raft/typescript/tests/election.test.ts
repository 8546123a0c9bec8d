import { describe, it } from 'node:test';
import { explore } from '../simulator/index.ts';
import { cluster, theLeader } from './cluster.ts';

const five = ['a', 'b', 'c', 'd', 'e'];

describe('election', () => {
  it('has one leader within a second', () => {
    for (const nodes of [['a', 'b', 'c'], five])
      explore(cluster({ nodes, duration: 1000, check: theLeader }), { seeds: 10 });
  });

  it('keeps the leader as long as all is well', () => {
    let terms: number[] = [];
    const termOf = (nodes: Parameters<typeof theLeader>[0]['nodes']) => nodes.get('a')!.raft.term;
    explore(
      cluster({
        duration: 3000,
        prepare(run) {
          terms = [];
          run.at(1000, () => terms.push(termOf(run.nodes)));
        },
        check(run) {
          theLeader(run);
          if (termOf(run.nodes) !== terms[0])
            throw new Error(
              `In term ${terms[0]} there was a leader and nothing went wrong, but now it is term ${termOf(run.nodes)}.`,
            );
        },
      }),
      { seeds: 10 },
    );
  });

  it('leads alone when there is only one node', () => {
    explore(cluster({ nodes: ['a'], duration: 1000, check: theLeader }), { seeds: 3 });
  });

  it('has no leader without a majority', () => {
    explore(
      cluster({
        nodes: five,
        duration: 1500,
        prepare: (run) => run.at(1, () => ['a', 'b', 'c'].forEach((name) => run.crash(name))),
        check({ nodes }) {
          for (const [name, { raft }] of nodes)
            if (raft.role === 'leader')
              throw new Error(`${name} leads, and three of five nodes were never up to vote for it.`);
        },
      }),
      { seeds: 5 },
    );
  });

  it('has another leader when the leader is gone', () => {
    explore(
      cluster({ duration: 2000, prepare: (run) => run.at(1000, () => run.crash(theLeader(run))), check: theLeader }),
      { seeds: 10 },
    );
  });

  it('follows the new leader when the old one is back', () => {
    explore(
      cluster({
        duration: 3000,
        prepare: (run) =>
          run.at(1000, () => {
            const leader = theLeader(run);
            const heal = run.split([[leader], run.names.filter((name) => name !== leader)]);
            run.at(2000, heal);
          }),
        check: theLeader,
      }),
      { seeds: 10 },
    );
  });

  it('never has two leaders in one term, whatever the network does', () => {
    const weather = { loss: 0.25, duplication: 0.25, lateness: 0.25, late: 400, partitions: 2 };
    for (const nodes of [['a', 'b', 'c'], five])
      explore(cluster({ nodes, duration: 2500, calm: 1000, weather, check: theLeader }), { seeds: 8 });
  });
});
