import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLog } from '../../../src/core/progress/log.ts';
import { realFiles, type FileSystem } from '../../../src/node/progress/files.ts';
import { bundleScript } from '../../support/bundleScript.ts';
import { itemsOf, tick, Workplace } from './workplace.ts';

describe('a disk that fails (row 3)', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place.dispose());

  it('says "not recorded" when it is full, leaves the log whole, and records again once there is room', async function () {
    mkdirSync(place.directory);
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place.directory]);
    if (status !== 0) return this.skip(); // Only root can make a small disk; the next test plays one.
    try {
      const store = await place.open({ workspaces: [] });
      await store.append([tick('before')]);
      writeFileSync(join(place.directory, 'fill'), Buffer.alloc(40_000));
      let acknowledged = 1;
      const fill = async () => {
        for (;;) {
          await store.append([tick(`filling-${acknowledged}`)]);
          acknowledged++;
        }
      };
      await assert.rejects(fill(), /^HumanError: Not recorded\. .*the disk is full/);
      assert.deepEqual(parseLog(place.readLog(), { verify: true }).events.length, acknowledged);
      assert.equal(store.events.length, acknowledged);
      rmSync(join(place.directory, 'fill'));
      await store.append([tick('after')]);
      assert.deepEqual(parseLog(place.readLog(), { verify: true }).problems, []);
      assert.equal(itemsOf(store).at(-1), 'after');
      await place.close(store);
    } finally {
      execFileSync('umount', [place.directory]);
    }
  });

  for (const [what, fault] of [
    ['takes half a line and then no more', { written: 40 }],
    ['takes everything and cannot sync', { failsToSync: true }],
    ['takes half a line, and does not let it be cut off again', { written: 40, failsToTruncate: true }],
  ] as const) {
    it(`loses nothing that was acknowledged when it ${what}`, async () => {
      const disk = faultyDisk(fault);
      const store = await place.open({ files: disk.files, workspaces: [] });
      await store.append([tick('before')]);
      disk.fail(true);
      await assert.rejects(store.append([tick('lost')]), /Not recorded/);
      assert.deepEqual(itemsOf(store), ['before']);
      disk.fail(false);
      await store.append([tick('after')]);
      await place.close(store);
      const again = await place.open({ workspaces: [] });
      assert.deepEqual(itemsOf(again), ['before', 'after']);
      await again.append([tick('later')]);
      assert.deepEqual(itemsOf(again), ['before', 'after', 'later']);
    });
  }
});

interface Fault {
  readonly written?: number;
  readonly failsToSync?: boolean;
  readonly failsToTruncate?: boolean;
}

/** The real disk, until it is told to fail. */
function faultyDisk(fault: Fault): { files: FileSystem; fail(fails: boolean): void } {
  let fails = false;
  const full = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  const open = async (...args: Parameters<FileSystem['open']>) => {
    const handle = await realFiles.open(...args);
    const write = handle.write.bind(handle) as unknown as (b: Buffer, at: number, length: number) => Promise<unknown>;
    const [datasync, truncate] = [handle.datasync.bind(handle), handle.truncate.bind(handle)];
    return Object.assign(handle, {
      write: (bytes: Buffer, at: number, length: number) => {
        if (!fails || fault.written === undefined) return write(bytes, at, length);
        return at === 0 ? write(bytes, 0, fault.written) : full();
      },
      datasync: () => (fails && fault.failsToSync ? full() : datasync()),
      truncate: (size: number) => (fails && fault.failsToTruncate ? full() : truncate(size)),
    });
  };
  return { files: { ...realFiles, open: open as FileSystem['open'] }, fail: (now) => void (fails = now) };
}

describe('two windows that write at once (row 6)', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place.dispose());

  it('have every event of both in the log', async () => {
    const script = await bundleScript('test/faults/progress/appendForever.ts');
    const { spawn } = await import('node:child_process');
    const window = (who: string) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [script, place.directory, 'plain', who, '300'], { stdio: 'ignore' });
        child.once('exit', resolve);
      });
    assert.deepEqual(await Promise.all([window('left'), window('right')]), [0, 0]);
    const items = new Set(itemsOf(await place.open()));
    for (const who of ['left', 'right'])
      for (let index = 0; index < 300; index++) assert.ok(items.has(`${who}-${index}`));
    rmSync(join(script, '..'), { recursive: true });
  });
});
