import assert from 'node:assert/strict';
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/core/progress/checkpoint.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { attempt, Author, catalog, item, path, step } from './support.ts';

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
  const text = encodeCheckpoint(state, catalog, 'mark');

  it('gives back the state it was made of', () => {
    assert.deepEqual(decodeCheckpoint(text, catalog, 'mark'), state);
  });

  it('is of no use once a file, a name in the catalog or the text itself has changed', () => {
    const renamed = { ...catalog, paths: [path('p', [step('s', [item('a', 'reading', { aliases: ['b'] })])])] };
    assert.equal(decodeCheckpoint(text, catalog, 'another mark'), undefined);
    assert.equal(decodeCheckpoint(text, renamed, 'mark'), undefined);
    assert.equal(decodeCheckpoint(text.slice(0, -5), catalog, 'mark'), undefined);
    assert.equal(decodeCheckpoint('null', catalog, 'mark'), undefined);
  });

  it('meets a catalog that has grown: the new item is there, not begun', () => {
    const grown = { ...catalog, paths: [...catalog.paths, path('third', [step('new', [item('fresh', 'reading')])])] };
    const decoded = decodeCheckpoint(text, grown, 'mark')!;
    assert.equal(decoded.items.get('fresh')!.state, 'not-started');
    assert.equal(decoded.items.get('read-book')!.state, 'done');
  });
});
