import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTraceIn, isTraceOf } from '../../src/node/processes/footprint.ts';
import { findProcess, readEntry } from '../../src/node/processes/processTable.ts';
import { removeFolder } from '../../src/node/processes/removeFolder.ts';
import { asOrdinaryUser } from '../support/ordinaryUser.ts';

const line = (name: string) =>
  `4711 (${name}) S 1 4712 4713 0 -1 4194304 622 0 0 0 3 1 0 0 20 0 1 0 132190 92758016 4781 4503599627370496 1 1 0`;

describe('the process table', () => {
  for (const name of ['node', 'a b', ') Z 1 1', '((', 'tmux: server'])
    it(`is read whatever a program calls itself: ${name}`, () => {
      assert.deepEqual(readEntry(line(name)), {
        id: 4711,
        parent: 1,
        group: 4712,
        session: 4713,
        since: 132190,
        residentLimit: 4503599627370496,
        isDead: false,
      });
    });

  it('has this very process', function () {
    if (process.platform !== 'linux') this.skip();
    const entry = findProcess(process.pid);
    assert.equal(entry?.id, process.pid);
    assert.equal(entry?.parent, process.ppid);
    assert.equal(findProcess(4_194_305), undefined);
  });
});

describe('the footprint of a run', () => {
  const footprint = { leader: 10, mark: '1-a', residentLimit: 2 ** 52, since: 100, streams: ['socket:[7]'] };
  const stranger = { id: 20, parent: 1, group: 20, session: 20, since: 100, residentLimit: 2 ** 64, isDead: false };
  const nothing = { environment: '', open: [] };

  it('is seen in the session, the limit, the environment and the streams, each alone', () => {
    assert.equal(isTraceOf(footprint, stranger), false);
    assert.equal(isTraceIn(footprint, stranger, nothing), false);
    assert.ok(isTraceOf(footprint, { ...stranger, session: 10 }));
    assert.ok(isTraceOf(footprint, { ...stranger, residentLimit: 2 ** 52 }));
    assert.ok(isTraceIn(footprint, stranger, { environment: 'A=1\0KATAPATH_RUN=1-a\0', open: [] }));
    assert.ok(isTraceIn(footprint, stranger, { environment: '', open: ['/dev/null', 'socket:[7]'] }));
  });

  it('is on nothing that is older than the run, or of another run', () => {
    const mine = { environment: 'KATAPATH_RUN=1-a', open: ['socket:[7]'] };
    const older = { ...stranger, since: 99, session: 10, residentLimit: 2 ** 52 };
    assert.equal(isTraceOf(footprint, older), false);
    assert.equal(isTraceIn(footprint, older, mine), false);
    assert.equal(isTraceIn(footprint, stranger, { environment: 'KATAPATH_RUN=1-ab', open: ['socket:[70]'] }), false);
  });
});

describe('the folder of a run', () => {
  it('is removed with what the code has locked in it, and without following a link', async function () {
    if (process.platform === 'win32') this.skip();
    await asOrdinaryUser(async () => {
      const [path, outside] = await Promise.all(['run-', 'outside-'].map((name) => mkdtemp(join(tmpdir(), name))));
      await mkdir(join(path!, 'deep', 'er'), { recursive: true });
      await writeFile(join(path!, 'deep', 'er', 'file'), '');
      await symlink(outside!, join(path!, 'deep', 'link'));
      await chmod(outside!, 0o755);
      await chmod(join(path!, 'deep', 'er'), 0);
      await chmod(join(path!, 'deep'), 0);
      await removeFolder(path!);
      await assert.rejects(stat(path!), { code: 'ENOENT' });
      assert.equal((await stat(outside!)).mode & 0o777, 0o755);
      await removeFolder(outside!);
    });
  });
});
