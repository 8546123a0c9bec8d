import assert from 'node:assert/strict';
import { mkdtemp, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runsAlive, runsLeft, startAbandonedHost } from '../../support/processes.ts';
import { eventually } from '../../support/eventually.ts';

/** One that no process has: above what Linux counts to. */
const nobody = 4_194_305;

describe('folders of runs whose program is gone', function () {
  this.timeout(120_000);
  let temporary: string;
  beforeEach(async function () {
    if (process.platform !== 'linux') this.skip();
    temporary = await mkdtemp(join(tmpdir(), 'killed-'));
  });
  afterEach(() => rm(temporary, { recursive: true, force: true }));

  const folders = async () => (await readdir(temporary)).filter((name) => name.startsWith('katapath-'));
  const noFolders = async () => (await folders()).length === 0;

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const)
    it(`are removed after ${signal}, and no process is left`, async () => {
      const host = await startAbandonedHost({ TMPDIR: temporary });
      assert.equal((await folders()).length, 2);
      assert.ok((await runsAlive(host.pid)).length > 0);
      process.kill(host.pid, signal);
      assert.deepEqual(await runsLeft(host.pid), []);
      await eventually('its folders are gone', noFolders);
    });

  it('are removed by the next program when nothing was left to do so, and no others are', async () => {
    const namespace = /\d+/.exec((await folderOfARun()) ?? '')?.[0];
    const abandoned = `katapath-${nobody}-${namespace}-Ab3dEf`;
    const others = [
      `katapath-${process.pid}-${namespace}-Ab3dEf`,
      `katapath-${nobody}-1-Ab3dEf`,
      'katapath-notes',
      `other-${nobody}`,
    ];
    for (const name of [abandoned, ...others]) await mkdir(join(temporary, name, 'tests'), { recursive: true });
    const host = await startAbandonedHost({ TMPDIR: temporary });
    process.kill(host.pid, 'SIGKILL');
    await eventually('the abandoned folder is gone', async () => (await readdir(temporary)).length === others.length);
    assert.deepEqual((await readdir(temporary)).sort(), others.sort());
  });

  /** `4026531836` of the name of a folder that a run is in. */
  async function folderOfARun(): Promise<string | undefined> {
    const host = await startAbandonedHost({ TMPDIR: temporary });
    const [name] = await folders();
    process.kill(host.pid, 'SIGKILL');
    await eventually('its folders are gone', noFolders);
    return name?.split('-')[2];
  }
});
