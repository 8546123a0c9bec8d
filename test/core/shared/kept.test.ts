import assert from 'node:assert/strict';
import { Kept } from '../../../src/vscode/shared/kept.ts';

/** Readings that end when the test says so, in any order. */
function readings() {
  const ends: { resolve(value: string): void; reject(error: Error): void }[] = [];
  const kept = new Kept(() => new Promise<string>((resolve, reject) => ends.push({ resolve, reject })));
  return { kept, ends };
}

/** Enough turns for whoever waits to go on. */
const turns = () => new Promise((resolve) => setImmediate(resolve));

describe('A value that is kept until it is outdated', () => {
  it('is read once for all who ask', async () => {
    const { kept, ends } = readings();
    const answers = [kept.get(), kept.get()];
    ends[0]!.resolve('a');
    assert.deepEqual(await Promise.all([...answers, kept.get()]), ['a', 'a', 'a']);
    assert.equal(ends.length, 1);
  });

  it('is read again for whoever waits when it is called outdated', async () => {
    const { kept, ends } = readings();
    const answer = kept.get();
    kept.outdate();
    ends[0]!.resolve('before the move');
    await turns();
    ends[1]!.resolve('after the move');
    assert.equal(await answer, 'after the move');
  });

  it('stays the newer one when an older reading ends last', async () => {
    const { kept, ends } = readings();
    const early = kept.get();
    kept.outdate();
    const late = kept.get();
    ends[1]!.resolve('new');
    assert.equal(await late, 'new');
    ends[0]!.resolve('old');
    assert.equal(await early, 'new');
    assert.equal(await kept.get(), 'new');
    assert.equal(ends.length, 2);
  });

  it('is read again after a reading that failed', async () => {
    const { kept, ends } = readings();
    const first = kept.get();
    ends[0]!.reject(new Error('the disk is away'));
    await assert.rejects(first, /the disk is away/);
    const second = kept.get();
    ends[1]!.resolve('back');
    assert.equal(await second, 'back');
  });

  it('fails nobody because of a reading that was outdated anyway', async () => {
    const { kept, ends } = readings();
    const answer = kept.get();
    kept.outdate();
    ends[0]!.reject(new Error('moved while it was read'));
    await turns();
    ends[1]!.resolve('found');
    assert.equal(await answer, 'found');
  });

  it('is told at last where it changes without end', async () => {
    let readings = 0;
    const kept: Kept<number> = new Kept(async () => {
      kept.outdate();
      await turns();
      kept.outdate();
      return ++readings;
    });
    assert.equal(await kept.get(), readings);
    assert.ok(readings < 10, `${readings} readings`);
  });
});
