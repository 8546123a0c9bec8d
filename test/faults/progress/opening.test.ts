import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesAtOnce } from '../../../src/node/progress/filesAtOnce.ts';
import { readRegularFile } from '../../../src/node/readRegularFile.ts';
import { itemsOf, started, tick, Workplace } from './workplace.ts';

describe('opening the log while an editor waits', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place.dispose());

  /** Opens the store, and says whether anything else could begin in between. */
  async function openAtOnce() {
    const { files, end } = filesAtOnce();
    let hasTurned = false;
    setImmediate(() => (hasTurned = true));
    const store = await place.open({ files });
    const wasAtOnce = !hasTurned;
    end();
    return { store, wasAtOnce };
  }

  it('gives no other extension a turn, on a new computer and on one with a log and its copies', async () => {
    const { store: first, wasAtOnce } = await openAtOnce();
    assert.ok(wasAtOnce);
    await first.append([started, tick('read-book')]);
    await first.publish(place.workspace);
    await place.close(first);

    const again = await openAtOnce();
    assert.ok(again.wasAtOnce);
    assert.deepEqual(itemsOf(again.store), ['read-book']);
    assert.deepEqual(again.store.notices, []);
  });

  it('takes the time it needs for a log that is long', async () => {
    const first = await place.open();
    await first.append(Array.from({ length: 2000 }, (_, index) => tick(`item-${index}`)));
    await place.close(first);
    const { store, wasAtOnce } = await openAtOnce();
    assert.equal(wasAtOnce, false);
    assert.equal(itemsOf(store).length, 2000);
  });

  it('keeps nobody waiting for a pipe that stands in the place of a file', async function () {
    if (process.platform === 'win32') return this.skip();
    mkdirSync(place.directory);
    const pipe = join(place.directory, 'device.json');
    execFileSync('mkfifo', [pipe]);
    await assert.rejects(readRegularFile(pipe, { limit: 100, disk: filesAtOnce().files }), /is a pipe/);
    assert.deepEqual((await place.open({ files: filesAtOnce().files })).events, []);
  });
});
