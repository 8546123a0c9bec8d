import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { encodeLog } from '../../../src/core/progress/log.ts';
import { Author, catalog, HOME } from '../../core/progress/support.ts';
import { tick, until, Workplace } from './workplace.ts';

describe('a long log (row 20)', () => {
  let place: Workplace;
  const author = new Author();
  before(() =>
    author.write(...Array.from({ length: 6000 }, (_, index) => tick(index % 2 ? 'read-book' : `item-${index}`))),
  );
  beforeEach(() => {
    place = new Workplace();
    mkdirSync(place.log, { recursive: true });
    writeFileSync(join(place.directory, 'device.json'), JSON.stringify({ device: HOME }));
    writeFileSync(join(place.log, `${HOME}.0.jsonl`), encodeLog(author.written));
  });
  afterEach(() => place.dispose());

  const checkpoint = () => join(place.directory, 'checkpoint.json');

  it('is shown from its checkpoint at once and read after that', async () => {
    const first = await place.open();
    const state = first.state;
    await place.close(first);
    assert.ok(existsSync(checkpoint()));
    const second = await place.open();
    assert.deepEqual(second.state, state);
    await until(second, () => second.events.length === 6000);
    assert.deepEqual(second.state, state);
  });

  /** What the command line writes while no window is open. */
  const writeMeanwhile = (...bodies: readonly NewEvent[]) => {
    const events = new Author(HOME, Date.UTC(2027, 0, 1), 1).write(...bodies);
    appendFileSync(join(place.log, `${HOME}.1.jsonl`), encodeLog(events));
    return events;
  };

  it('is shown at once with the little that was written after its checkpoint', async () => {
    await place.close(await place.open());
    writeMeanwhile({ type: 'item.reopened', item: 'read-book' });
    const second = await place.open();
    assert.equal(second.state.items.get('read-book')!.state, 'not-started');
    assert.equal(second.events.length, 0);
    const state = second.state;
    await until(second, () => second.events.length === 6001);
    assert.deepEqual(second.state, state);
  });

  it('is read before it is shown when what was written after its checkpoint takes something back', async () => {
    await place.close(await place.open());
    const last = author.written.findLast((event) => 'item' in event && event.item === 'read-book')!;
    const revoke = writeMeanwhile({ type: 'revoke', hashes: [last.h], reason: 'reset' });
    const second = await place.open();
    assert.equal(second.events.length, 6001);
    assert.deepEqual(second.state, fold([...author.written, ...revoke], catalog));
  });

  it('is read before it is shown when a file was changed in place or cut off', async () => {
    const file = join(place.log, `${HOME}.0.jsonl`);
    for (const spoil of [
      () => writeFileSync(file, encodeLog(author.written.slice(0, 5500))),
      () => writeFileSync(file, encodeLog(author.written.toReversed())),
    ]) {
      writeFileSync(file, encodeLog(author.written));
      await place.close(await place.open());
      spoil();
      const again = await place.open();
      assert.ok(again.events.length > 0, 'it was not shown from its checkpoint');
      await place.close(again);
    }
  });

  it('that was taken away is not shown from its checkpoint', async () => {
    await place.close(await place.open());
    rmSync(join(place.log, `${HOME}.0.jsonl`));
    assert.equal((await place.open()).state.counted, 0);
  });

  it('is appended to while it is still being read, after everything that is in it', async () => {
    await place.close(await place.open());
    const second = await place.open();
    await second.append([{ type: 'item.reopened', item: 'read-book' }]);
    assert.equal(second.state.items.get('read-book')!.state, 'not-started');
    assert.equal(second.events.length, 6001);
    assert.equal(second.events.at(-1)!.seq, 6000);
    assert.equal(second.events.at(-1)!.prev, author.written.at(-1)!.h);
  });

  it('has a checkpoint nobody needs: a spoilt one is read past', async () => {
    writeFileSync(checkpoint(), '{"format":1,');
    assert.equal((await place.open()).events.length, 6000);
  });
});
