import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Catalog } from '../../../src/core/model/catalog.ts';
import type { Cadence, Item } from '../../../src/core/model/path.ts';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';
import { addDays, localDay } from '../../../src/core/model/days.ts';
import { lastPeriods, periodOf } from '../../../src/core/model/periods.ts';
import { duePractices, practiceStreaks } from '../../../src/core/agenda/practices.ts';

const practice = (id: string, every: Cadence): Item => ({ id, kind: 'practice', every, title: id });
const path = (id: string, ...items: Item[]) => ({
  id,
  title: id,
  summary: id,
  steps: [{ id: `${id}-step`, title: id, required: true, items }],
  resources: [],
});
const catalog: Catalog = {
  paths: [
    path('plan', practice('tidy', 'week'), practice('note', 'day'), practice('retro', 'quarter')),
    path('other', practice('talk', 'month'), practice('tidy', 'week')),
  ],
  katas: [],
};
const now = new Date(2026, 10, 20, 23, 30).getTime();

async function stateAfter(...events: NewEvent[]) {
  const store = await memoryProgressStore(catalog);
  await store.append([{ type: 'plan.started', path: 'plan', starts: '2026-11-01' }, ...events]);
  return store.state;
}

const done = (item: string, period: string): NewEvent => ({ type: 'practice.done', item, period, note: 'so' });
const dueWords = (state: Awaited<ReturnType<typeof stateAfter>>, at = now) =>
  duePractices(catalog, state, at).map(({ item, words }) => `${item.id} ${words}`);

describe('a practice', () => {
  it('falls due in every period, by the calendar where the learner is', async () => {
    assert.deepEqual(dueWords(await stateAfter()), ['note today', 'tidy this week', 'retro this quarter']);
    const ticked = await stateAfter(done('note', '2026-11-20'), done('tidy', '2026-W47'));
    assert.deepEqual(dueWords(ticked), ['retro this quarter']);
    const tomorrow = new Date(2026, 10, 21, 0, 30).getTime();
    assert.deepEqual(dueWords(ticked, tomorrow), ['note today', 'retro this quarter']);
  });

  it('is asked for by paths that are taken up, once, and never when it was left out', async () => {
    const store = await memoryProgressStore(catalog);
    assert.deepEqual(duePractices(catalog, store.state, now), []);
    const both = await stateAfter({ type: 'plan.started', path: 'other', starts: '2026-11-01' });
    assert.equal(dueWords(both).filter((words) => words.startsWith('tidy')).length, 1);
    assert.ok(dueWords(both).includes('talk this month'));
    const skipped = await stateAfter({ type: 'item.skipped', item: 'note', reason: 'no meetings' });
    assert.deepEqual(dueWords(skipped), ['tidy this week', 'retro this quarter']);
  });

  it('is not asked for by a path that is only touched, until it was ticked once', async () => {
    assert.deepEqual(
      dueWords(await stateAfter({ type: 'item.completed', item: 'talk' })).filter((words) => /^talk/.test(words)),
      [],
    );
    const ticked = await stateAfter(done('talk', '2026-10'));
    assert.ok(dueWords(ticked).includes('talk this month'));
  });
});

describe('a streak', () => {
  const streakOf = async (...periods: string[]) =>
    practiceStreaks(catalog, await stateAfter(...periods.map((period) => done('note', period))), now).find(
      ({ item }) => item.id === 'note',
    )!;

  it('goes on until a period passes without a tick', async () => {
    assert.equal((await streakOf('2026-11-18', '2026-11-19')).current, 2);
    assert.equal((await streakOf('2026-11-18', '2026-11-19', '2026-11-20')).current, 3);
    assert.equal((await streakOf('2026-11-17', '2026-11-18')).current, 0);
    assert.equal((await streakOf('2026-11-01', '2026-11-02', '2026-11-03', '2026-11-20')).longest, 3);
  });

  it('shows the last twelve periods', async () => {
    const { periods, unit } = await streakOf('2026-11-09', '2026-11-20');
    assert.equal(unit, 'day');
    assert.deepEqual(
      [periods[0], periods.at(-1)],
      [
        { period: '2026-11-09', done: true },
        { period: '2026-11-20', done: true },
      ],
    );
    assert.equal(periods.length, 12);
  });

  it('is what counting by hand gives, whatever was ticked', () => {
    const cadence = fc.constantFrom<Cadence>('day', 'week', 'month', 'quarter');
    fc.assert(
      fc.property(cadence, fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (every, ticks) => {
        const today = localDay(now);
        const names = lastPeriods(every, today, ticks.length);
        const state = {
          paths: new Map([['p', { started: true }]]),
          items: new Map(),
          practice: new Map([['it', new Map(names.flatMap((name, index) => (ticks[index] ? [[name, '']] : [])))]]),
        } as never;
        const [streak] = practiceStreaks({ paths: [path('p', practice('it', every))], katas: [] }, state, now);
        const runs = ticks.map((tick) => (tick ? 'x' : ' ')).join('');
        // The present period, last, breaks nothing while it is open.
        assert.equal(streak!.current, /x*$/.exec(runs.replace(/ $/, ''))![0].length);
        assert.equal(streak!.longest, Math.max(0, ...runs.split(' ').map((run) => run.length)));
        const due = duePractices({ paths: [path('p', practice('it', every))], katas: [] }, state, now);
        assert.equal(due.length, ticks.at(-1) ? 0 : 1);
        assert.equal(periodOf(every, addDays(today, 0)), names.at(-1));
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });
});
