import { describe, it } from 'node:test';
import { explore } from '../simulator/index.js';
import { ask, cluster, mustAgree, mustWork, theLeader } from './cluster.js';

const most = 6000;

function assertSmall(run) {
  for (const [name, disk] of run.disks)
    if (disk.size() > most)
      throw new Error(
        `At ${run.clock.now()} ms the disk of ${name} holds ${disk.size()} characters, and ${most} must do.`,
      );
}

/** Many commands, ten milliseconds apart. */
function ask120(run, from) {
  for (let id = 1; id <= 120; id++)
    run.at(from + 10 * id, () => ask(run, { id, kind: 'write', key: id % 2 ? 'x' : 'y', value: id }));
}

describe('snapshot', () => {
  it('keeps the log short', () => {
    explore(
      cluster({
        duration: 2600,
        prepare(run) {
          ask120(run, 800);
          mustWork(run, 2300);
        },
        check(run) {
          mustAgree(run);
          assertSmall(run);
        },
      }),
      { seeds: 2 },
    );
  });

  it('comes back from a snapshot and the rest of the log', () => {
    explore(
      cluster({
        duration: 3600,
        prepare(run) {
          ask120(run, 800);
          run.at(2100, () => run.names.forEach((name) => run.crash(name)));
          run.at(2200, () => run.names.forEach((name) => run.start(name)));
          run.at(3000, () => ask(run, { id: 900, kind: 'read', key: 'x' }));
          mustWork(run, 3200);
        },
        check: mustAgree,
      }),
      { seeds: 3 },
    );
  });

  it('sends its snapshot to a node that missed too much', () => {
    explore(
      cluster({
        duration: 3600,
        prepare(run) {
          run.at(790, () => {
            const away = run.names.find((name) => name !== theLeader(run));
            const heal = run.split([[away], run.names.filter((name) => name !== away)]);
            run.at(2200, heal);
          });
          ask120(run, 800);
          mustWork(run, 3200);
        },
        check(run) {
          mustAgree(run);
          assertSmall(run);
        },
      }),
      { seeds: 3 },
    );
  });

  it('keeps a snapshot it was sent through a crash', () => {
    explore(
      cluster({
        duration: 4600,
        prepare(run) {
          run.at(790, () => {
            const away = run.names.find((name) => name !== theLeader(run));
            const heal = run.split([[away], run.names.filter((name) => name !== away)]);
            run.at(2200, heal);
            run.at(3000, () => run.crash(away));
            run.at(3100, () => run.start(away));
          });
          ask120(run, 800);
          mustWork(run, 4200);
        },
        check: mustAgree,
      }),
      { seeds: 3 },
    );
  });

  it('is one register to its clients, whatever breaks', () => {
    const weather = { loss: 0.1, duplication: 0.15, lateness: 0.2, late: 200, partitions: 2, crashes: 3 };
    explore(
      cluster({
        duration: 3600,
        calm: 1200,
        weather,
        clients: { from: 300, until: 2400, count: 90 },
        prepare: (run) => mustWork(run, 3200),
        check(run) {
          mustAgree(run);
          assertSmall(run);
        },
      }),
      { seeds: 8 },
    );
  });
});
