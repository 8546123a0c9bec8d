import assert from 'node:assert/strict';
import type { ProgressEvent } from '../../../src/core/model/event.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { learningTree } from '../../../src/core/agenda/learningTree.ts';
import { attempt, Author, catalog } from '../progress/support.ts';

const treeOf = (events: readonly ProgressEvent[]) => learningTree(catalog, fold(events, catalog));
const upNext = (events: readonly ProgressEvent[]) => treeOf(events).upNext.map(({ key }) => key);

describe('the learning tree', () => {
  it('says state in words', () => {
    const home = new Author();
    home.write(
      attempt(),
      { type: 'item.completed', item: 'read-book' },
      { type: 'item.skipped', item: 'decision', reason: 'not my team' },
    );
    const [scale] = treeOf(home.written).paths;
    const words = scale!.steps.map((step) => [step.words, ...step.items.map((item) => item.words)]);
    assert.deepEqual(words, [
      ['1 of 2 done', 'in progress · 1 of 2 stages', 'done on 2026-11-20', 'planned, not built yet'],
      ['locked · 0 of 1 done', 'skipped: not my team', 'not started'],
      ['0 of 1 done · elective', 'not started'],
      ['planned, not built yet', 'planned, not built yet'],
    ]);
    assert.equal(scale!.words, '1 of 3 done');
    assert.equal(scale!.percent, 33);
  });

  it('says why a step is locked', () => {
    assert.equal(treeOf([]).paths[0]!.steps[1]!.reason, 'Opens after “Step foundations”.');
  });

  it('gives an item that stands in two paths a node of its own in each', () => {
    const keys = treeOf([]).paths.flatMap((path) => path.steps.flatMap((step) => step.items.map(({ key }) => key)));
    assert.equal(new Set(keys).size, keys.length);
  });

  it('never says 100 % while something is left', () => {
    const items = Array.from({ length: 300 }, (_, index) => ({
      id: `i${index}`,
      kind: 'reading' as const,
      title: 'Read',
    }));
    const path = { ...catalog.paths[0]!, steps: [{ id: 's', title: 'S', required: true, items }] };
    const home = new Author();
    for (const { id } of items.slice(1)) home.write({ type: 'item.completed', item: id });
    const big = { katas: [], paths: [path] };
    assert.equal(learningTree(big, fold(home.written, big)).paths[0]!.percent, 99);
  });
});

describe('what is up next', () => {
  it('is the first thing of the first path, for a person who has begun nothing', () => {
    assert.deepEqual(upNext([]), ['scale/foundations/heap-item']);
  });

  it('is what is begun before what is not', () => {
    const home = new Author();
    home.write({ type: 'item.started', item: 'read-book' });
    assert.deepEqual(upNext(home.written), ['scale/foundations/read-book']);
  });

  it('is never in a locked step', () => {
    const home = new Author();
    home.write({ type: 'item.started', item: 'review-list' });
    assert.deepEqual(upNext(home.written), ['scale/foundations/heap-item']);
  });

  it('follows the order the learner chose, and the required before the elective', () => {
    const home = new Author();
    home.write(
      { type: 'plan.ordered', path: 'scale', items: ['read-book'] },
      { type: 'plan.started', path: 'scale', starts: '2026-11-23' },
    );
    assert.deepEqual(upNext(home.written), ['scale/foundations/read-book']);
    home.write(
      { type: 'item.completed', item: 'read-book' },
      { type: 'item.skipped', item: 'heap-item', reason: 'later' },
    );
    assert.deepEqual(upNext(home.written), ['scale/design/decision']);
  });

  it('has one thing for each path taken up', () => {
    const home = new Author();
    home.write(attempt(), { type: 'plan.started', path: 'second', starts: '2026-11-23' });
    assert.deepEqual(upNext(home.written), ['scale/foundations/heap-item', 'second/habits/pairs-item']);
  });

  it('is nothing when everything is done', () => {
    const home = new Author();
    const order = ['daily-review', 'pairs-item'];
    for (const item of order) home.write({ type: 'item.skipped', item, reason: 'no' });
    home.write(attempt({ stage: 'schedule', passed: ['build', 'schedule'] }), {
      type: 'item.completed',
      item: 'read-book',
    });
    for (const outcome of ['decision']) home.write({ type: 'item.skipped', item: outcome, reason: 'no' });
    home.write({ type: 'item.completed', item: 'review-list' });
    assert.deepEqual(upNext(home.written), []);
  });
});
