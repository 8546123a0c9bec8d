import { describe, it } from 'node:test';
import { explore } from '../simulator/index.js';
import { ask, cluster, mustAgree, mustWork, theLeader } from './cluster.js';

describe('replication', () => {
  it('answers a command, and every node applies it', () => {
    explore(
      cluster({
        duration: 1500,
        prepare(run) {
          mustWork(run, 1000);
          mustWork(run, 1001);
        },
        check: mustAgree,
      }),
      { seeds: 5 },
    );
  });

  it('takes commands only where it leads', () => {
    explore(
      cluster({
        duration: 1000,
        check(run) {
          const leader = theLeader(run);
          for (const [name, { raft }] of run.nodes)
            if (name !== leader && raft.propose({ id: 1, kind: 'write', key: 'x', value: 1 }, () => undefined))
              throw new Error(`${name} takes a command, and ${leader} leads.`);
        },
      }),
      { seeds: 3 },
    );
  });

  it('answers nothing that a majority does not have', () => {
    explore(
      cluster({
        duration: 2000,
        prepare: (run) =>
          run.at(1000, () => {
            const leader = theLeader(run);
            run.names.filter((name) => name !== leader).forEach((name) => run.crash(name));
            ask(run, { id: 1, kind: 'write', key: 'x', value: 1 });
          }),
        check({ history }) {
          if (history.answered().length > 0) throw new Error('A write was answered that only the leader had.');
        },
      }),
      { seeds: 5 },
    );
  });

  it('brings a node up to date that missed many commands', () => {
    explore(
      cluster({
        duration: 3500,
        clients: { from: 1050, until: 1900, count: 15 },
        prepare(run) {
          run.at(1000, () => {
            const away = run.names.find((name) => name !== theLeader(run));
            const heal = run.split([[away], run.names.filter((name) => name !== away)]);
            run.at(2000, heal);
          });
          mustWork(run, 3000);
        },
        check: mustAgree,
      }),
      { seeds: 8 },
    );
  });

  it('gives every node the same commands in the same order, whatever the network does', () => {
    const weather = { loss: 0.15, duplication: 0.2, lateness: 0.2, late: 150 };
    explore(
      cluster({
        duration: 3200,
        calm: 1200,
        weather,
        clients: { from: 300, until: 2000, count: 25 },
        prepare: (run) => mustWork(run, 2700),
        check: mustAgree,
      }),
      { seeds: 8 },
    );
  });
});
