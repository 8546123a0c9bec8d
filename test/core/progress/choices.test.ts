import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/core/model/catalog.ts';
import type { Item } from '../../../src/core/model/path.ts';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';

const asking = (id: string): Item => ({ id, kind: 'checklist', title: id, asks: 'What shows it?' });
const step = (id: string, items: Item[], choose?: number) => ({
  id,
  title: id,
  required: true,
  items,
  ...(choose !== undefined && { choose }),
});
const catalog: Catalog = {
  paths: [
    {
      id: 'path',
      title: 'Path',
      summary: 'A path with a choice.',
      steps: [
        step('capstone', [asking('feed'), asking('video'), asking('payments')], 1),
        step('habits', [asking('habit')]),
      ],
      resources: [],
    },
  ],
  katas: [],
};

async function stateAfter(...events: NewEvent[]) {
  const store = await memoryProgressStore(catalog);
  await store.append(events);
  return store.state;
}

const tick = (item: string, note?: string): NewEvent => ({ type: 'item.completed', item, ...(note && { note }) });
const stepOf = ({ paths }: Awaited<ReturnType<typeof stateAfter>>, id: string) =>
  paths.get('path')!.steps.find(({ step: name }) => name === id)!;

describe('a step with a choice', () => {
  it('is closed by as many items as are to be chosen, whichever they are', async () => {
    assert.deepEqual({ ...stepOf(await stateAfter(), 'capstone') }.total, 1);
    const state = await stateAfter(tick('video', 'docs/video.md'));
    const { done, total, state: word } = stepOf(state, 'capstone');
    assert.deepEqual([done, total, word], [1, 1, 'closed']);
    assert.equal(state.items.get('feed')!.state, 'not-started');
  });

  it('counts no more than was asked for, and still wants one when some are left out', async () => {
    assert.equal(stepOf(await stateAfter(tick('feed', 'a'), tick('video', 'b')), 'capstone').done, 1);
    const skipped = await stateAfter({ type: 'item.skipped', item: 'feed', reason: 'not mine' });
    assert.deepEqual([stepOf(skipped, 'capstone').done, stepOf(skipped, 'capstone').total], [0, 1]);
  });
});

describe('an item that asks something', () => {
  it('is done by a tick with an answer, and only begun by a bare one', async () => {
    assert.equal((await stateAfter(tick('habit'))).items.get('habit')!.state, 'in-progress');
    assert.equal((await stateAfter(tick('habit', '   '))).items.get('habit')!.state, 'in-progress');
    const { state, text } = (await stateAfter(tick('habit', 'the log of May'))).items.get('habit')!;
    assert.deepEqual([state, text], ['done', 'the log of May']);
  });
});
