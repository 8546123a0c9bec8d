import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Report } from './editor/visit.ts';
import { stopAt } from './editor/stops.ts';
import { tour } from './editor/window.ts';
import { Ordinary, record } from './surroundings/ordinary.ts';
import { Recorders } from './surroundings/recorders.ts';
import { findDifferences, takeSnapshot } from './surroundings/snapshot.ts';

for (const restricted of [true, false])
  describe(`Every hostile repository in one window, ${restricted ? 'in Restricted Mode' : 'trusted'}`, function () {
    // A busy machine takes its time; a window that hangs ends all the same.
    this.timeout(30 * 60_000);
    let ordinary: Ordinary;
    let report: Report;
    let marks: readonly string[];
    let written: readonly string[];
    let started: readonly string[];
    let git: ReturnType<Recorders['takeGit']>;

    before(async () => {
      ordinary = await new Ordinary().make();
      const all = ordinary.copies();
      const honest = ordinary.copy('honest');
      const last = honest.write('docs/adr/0003-sort.md', record(3, 'Sort parcels').replace('Accepted', 'Acepted'));
      const recorders = new Recorders(ordinary.root);
      const look = () =>
        takeSnapshot(ordinary.root, (name) =>
          /^(window|started|git-events|recorders)|\/marks(\/|$)|^honest\/(home|temporary)\//.test(name),
        );
      const beforehand = look();
      report = await tour({
        scratch: join(ordinary.root, 'window'),
        restricted,
        honest: honest.repository,
        stops: all.map(({ place, attack }) => stopAt(place, attack)),
        last,
        environment: honest.environment,
        recorders,
      });
      marks = all.flatMap(({ place, attack }) => place.marks.map((mark) => `${attack.name}: ${mark}`));
      written = findDifferences(beforehand, look());
      started = recorders.takeStarted();
      git = recorders.takeGit();
    });
    after(() => ordinary.dispose());

    it('is what it should be: all repositories were open, and were trusted or not', () => {
      assert.equal(report.isTrusted, !restricted);
      assert.ok(report.folders > 60, `${report.folders} folders were open`);
      assert.ok(report.opened > report.folders, `${report.opened} files were opened`);
    });

    it('starts no program that a repository names', () => assert.deepEqual(marks, []));

    it(restricted ? 'asks git nothing' : 'asks git, which starts nothing', () => {
      assert.deepEqual(git.started, []);
      if (restricted) assert.deepEqual(git.commands, []);
      else assert.ok(git.commands.length > 0);
      assert.deepEqual(started, []);
    });

    it('writes nothing that nobody asked for', () => assert.deepEqual(written, []));

    it('answers until the end, and lets the others have a turn', () => {
      assert.deepEqual(report.faults, []);
      assert.ok(report.isAlive, 'the last document was checked');
      assert.ok(report.longestTurn.milliseconds < 2000, JSON.stringify(report.longestTurn));
    });
  });
