import assert from 'node:assert/strict';
import { continueCheckpoint, decodeCheckpoint, encodeCheckpoint } from '../../../src/core/progress/checkpoint.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { attempt, Author, catalog, HOME, item, LAPTOP, path, step } from './support.ts';

describe('a checkpoint', () => {
  const home = new Author();
  home.write(
    attempt(),
    { type: 'item.completed', item: 'read-book', note: 'Read.' },
    attempt({ stage: 'schedule', language: 'python' }),
  );
  home.write(
    { type: 'practice.done', item: 'daily-review', period: '2026-11-20' },
    { type: 'plan.started', path: 'scale', starts: '2026-11-23' },
  );
  const state = fold(home.written, catalog);
  const last = home.written.at(-1)!;
  const whole = { state, last, device: HOME, mark: 'mark', copies: { there: 'mark' }, notices: [] };
  const text = encodeCheckpoint(whole, catalog);

  it('gives back the state it was made of', () => {
    assert.deepEqual(decodeCheckpoint(text, catalog), whole);
  });

  it('is of no use once a name in the catalog or the text itself has changed', () => {
    const renamed = { ...catalog, paths: [path('p', [step('s', [item('a', 'reading', { aliases: ['b'] })])])] };
    assert.equal(decodeCheckpoint(text, renamed), undefined);
    assert.equal(decodeCheckpoint(text.slice(0, -5), catalog), undefined);
    assert.equal(decodeCheckpoint('null', catalog), undefined);
    assert.equal(decodeCheckpoint(text.replace('Read.', 'Red.'), catalog), undefined);
  });

  it('meets a catalog that has grown: the new item is there, not begun', () => {
    const grown = { ...catalog, paths: [...catalog.paths, path('third', [step('new', [item('fresh', 'reading')])])] };
    const decoded = decodeCheckpoint(text, grown)!.state;
    assert.equal(decoded.items.get('fresh')!.state, 'not-started');
    assert.equal(decoded.items.get('read-book')!.state, 'done');
  });

  it('comes with what was written after it to what the whole log comes to', () => {
    const all = new Author();
    const before = all.write(attempt(), { type: 'item.completed', item: 'read-book' });
    const later = all.write({ type: 'item.reopened', item: 'read-book' }, attempt({ verdict: 'failed' }));
    const kept = { state: fold(before, catalog), last: before.at(-1)! };
    const where = { catalog, device: HOME };
    assert.deepEqual(continueCheckpoint(kept, later, where)!.state, fold(all.written, catalog));
    assert.deepEqual(continueCheckpoint(kept, later, where)!.last, later.at(-1));
    assert.equal(continueCheckpoint(kept, [], where)!.state, kept.state);
  });

  it('says nothing where what came after takes something back, is older, or is another device’s', () => {
    const all = new Author();
    const before = all.write(attempt(), { type: 'item.completed', item: 'read-book' });
    const kept = { state: fold(before, catalog), last: before.at(-1)! };
    const revoke = all.write({ type: 'revoke', hashes: [before[0]!.h], reason: 'reset' });
    const elsewhere = new Author(LAPTOP, Date.UTC(2027, 0, 1)).write({ type: 'item.reopened', item: 'read-book' });
    for (const later of [revoke, elsewhere, before])
      assert.equal(continueCheckpoint(kept, later, { catalog, device: HOME }), undefined);
  });
});
