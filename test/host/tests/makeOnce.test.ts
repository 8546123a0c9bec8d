import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOnce } from '../machine/makeOnce.ts';

describe('A folder made once', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'katapath-once-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const write = (text: string) => async (stage: string) => writeFileSync(join(stage, 'file'), text);

  it('is whole when two make it at once', async () => {
    const folder = join(home, 'server');
    await Promise.all([makeOnce(folder, write('whole')), makeOnce(folder, write('whole'))]);
    assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'whole');
    assert.deepEqual(readdirSync(home), ['server']);
  });

  it('is not there when the work fails, and can be made again', async () => {
    const folder = join(home, 'server');
    const fail = async (stage: string) => {
      await write('half')(stage);
      throw new Error('no network');
    };
    await assert.rejects(makeOnce(folder, fail), /no network/);
    assert.deepEqual(readdirSync(home), []);
    await makeOnce(folder, write('whole'));
    assert.ok(existsSync(folder));
  });

  it('removes what a run that was killed left behind', async () => {
    mkdirSync(join(home, 'server.999999999-1.stage'));
    await makeOnce(join(home, 'server'), write('whole'));
    assert.deepEqual(readdirSync(home), ['server']);
  });

  it('is not made a second time', async () => {
    const folder = join(home, 'server');
    await makeOnce(folder, write('first'));
    await makeOnce(folder, write('second'));
    assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'first');
  });
});
