import { describe, it } from 'node:test';
import { explore } from '../simulator/index.js';
import { ask, askAt, cluster, mustAgree, mustWork, theLeader } from './cluster.js';

const five = ['a', 'b', 'c', 'd', 'e'];

describe('partitions and crashes', () => {
  it('keeps what was answered when all nodes crash at once', () => {
    explore(
      cluster({
        duration: 3200,
        clients: { from: 800, until: 1200, count: 8 },
        prepare(run) {
          run.at(1300, () => run.names.forEach((name) => run.crash(name)));
          run.at(1400, () => run.names.forEach((name) => run.start(name)));
          run.at(2400, () => ask(run, { id: 900, kind: 'read', key: 'x' }));
          run.at(2400, () => ask(run, { id: 901, kind: 'read', key: 'y' }));
          mustWork(run, 2700);
        },
        check: mustAgree,
      }),
      { seeds: 4 },
    );
  });

  it('never goes back to an earlier term after a crash', () => {
    let before = 0;
    explore(
      cluster({
        duration: 1000,
        prepare(run) {
          run.at(900, () => {
            before = run.nodes.get(theLeader(run)).raft.term;
            run.names.forEach((name) => run.crash(name));
          });
          run.at(950, () => run.names.forEach((name) => run.start(name)));
        },
        check({ nodes }) {
          for (const [name, { raft }] of nodes)
            if (raft.term < before)
              throw new Error(`${name} was in term ${before} before it crashed, and is in term ${raft.term} now.`);
        },
      }),
      { seeds: 5 },
    );
  });

  it('votes once in a term, also when it crashes in between', () => {
    explore(
      cluster({
        duration: 600,
        prepare(run) {
          // Both ask c in the first term, and c has forgotten everything but its disk each time.
          run.at(1, () => void run.split([['a'], ['b']]));
          for (let time = 20; time < 600; time += 20)
            run.at(time, () => {
              run.crash('c');
              run.start('c');
            });
        },
      }),
      { seeds: 6 },
    );
  });

  it('does not let the longer log of a lost leader win', () => {
    explore(
      cluster({
        duration: 4400,
        prepare(run) {
          const cutOff = (name) => run.split([[name], run.names.filter((other) => other !== name)]);
          run.at(900, () => {
            const lost = theLeader(run);
            const heal = cutOff(lost);
            for (let id = 1; id <= 6; id++)
              run.at(900 + 20 * id, () => askAt(run, lost, { id, kind: 'write', key: 'x', value: id }));
            run.at(1800, () => {
              const present = run.names.find((name) => name !== lost && run.nodes.get(name).raft.role === 'leader');
              if (!present) throw new Error(`${lost} is cut off since 900 ms, and at 1800 ms nobody else leads.`);
              askAt(run, present, { id: 20, kind: 'write', key: 'x', value: 20 });
              run.at(2200, () => {
                heal();
                run.at(3200, cutOff(present));
              });
            });
          });
          mustWork(run, 4000);
        },
        check: mustAgree,
      }),
      { seeds: 5 },
    );
  });

  it('takes nothing of an earlier term for committed because most nodes have it', () => {
    explore(
      cluster({
        nodes: five,
        duration: 5400,
        prepare(run) {
          const leads = (name) => run.nodes.get(name).raft.role === 'leader';
          const write = (name, id) => askAt(run, name, { id, kind: 'write', key: 'x', value: id });
          run.at(900, () => {
            // The first leader and one other have the first write, and nobody else hears of it.
            const first = theLeader(run);
            const [friend, ...others] = run.names.filter((name) => name !== first);
            const healFirst = run.split([[first, friend], others]);
            run.at(920, () => write(first, 1));
            run.at(1900, () => {
              // The second leader has the second write. Of those who hear nothing of it, most get the first one now.
              const second = others.find(leads);
              if (!second) return;
              const [third, last] = others.filter((name) => name !== second);
              healFirst();
              const healSecond = run.split([
                [second, third],
                [first, friend, last],
              ]);
              write(second, 2);
              run.at(2900, () => {
                // Whoever leads here has the second write, which is of a later term: the first one is gone.
                healSecond();
                const healThird = run.split([
                  [first, friend],
                  [second, third, last],
                ]);
                run.at(3900, () => {
                  const present = [second, third, last].find(leads);
                  if (present) write(present, 3);
                });
                run.at(4300, healThird);
              });
            });
          });
          mustWork(run, 5100);
        },
        check: mustAgree,
      }),
      { seeds: 5 },
    );
  });

  it('lets nobody see what a lost leader was told', () => {
    explore(
      cluster({
        duration: 3600,
        prepare(run) {
          run.at(900, () => {
            const leader = theLeader(run);
            const heal = run.split([[leader], run.names.filter((name) => name !== leader)]);
            for (let id = 1; id <= 6; id++)
              run.at(900 + 180 * id, () => ask(run, { id, kind: id % 2 ? 'write' : 'read', key: 'x', value: id }));
            run.at(2300, heal);
          });
          mustWork(run, 3200);
        },
        check: mustAgree,
      }),
      { seeds: 5 },
    );
  });

  it('is one register to its clients, whatever breaks', () => {
    const weather = {
      loss: 0.1,
      duplication: 0.1,
      lateness: 0.2,
      late: 150,
      partitions: 2,
      crashes: 4,
      disks: ['kept', 'torn'],
    };
    for (const [nodes, seeds] of [
      [['a', 'b', 'c'], 10],
      [five, 3],
    ])
      explore(
        cluster({
          nodes,
          duration: 3400,
          calm: 1200,
          weather,
          clients: { from: 300, until: 2200, count: 25 },
          prepare: (run) => mustWork(run, 3000),
          check: mustAgree,
        }),
        { seeds },
      );
  });
});
