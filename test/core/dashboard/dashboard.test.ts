import assert from 'node:assert/strict';
import { dashboardOf, type Dashboard } from '../../../src/core/dashboard/dashboard.ts';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { attempt, Author, HOME, item, kata, path, step } from '../progress/support.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const catalog = {
  katas: [
    {
      ...kata('heap', ['build', 'schedule']),
      manifest: { ...kata('heap', ['build', 'schedule']).manifest, topics: ['heaps', 'queues'] },
    },
    { ...kata('pairs', ['implement']), manifest: { ...kata('pairs', ['implement']).manifest, topics: ['heaps'] } },
  ],
  paths: [
    {
      ...path('ten', [
        step(
          's',
          ids.map((id) => item(id, 'reading')),
        ),
      ]),
      weeks: 10,
    },
    path('katas', [step('k', [item('heap', 'kata', { kata: 'heap' }), item('pairs', 'kata', { kata: 'pairs' })])]),
  ],
};
const day = (text: string) => Date.parse(`${text}T09:00:00Z`);

/** The dashboard on a day, after these events on their days. */
function after(history: readonly (readonly [string, ...NewEvent[]])[], today: string): Dashboard {
  const home = new Author(HOME, day('2026-01-01'));
  for (const [at, ...events] of history) {
    home.setClock(day(at) - 60_000);
    home.write(...events);
  }
  const events = home.written;
  return dashboardOf({ catalog, state: fold(events, catalog), events, now: day(today) });
}
const tick = (id: string): NewEvent => ({ type: 'item.completed', item: id });
const begin: NewEvent = { type: 'plan.started', path: 'ten', starts: '2026-06-01' };

describe('the burn-up of a path', () => {
  it('counts what was done by each day, and what the plan says by now', () => {
    const [burnUp] = after(
      [
        ['2026-06-01', begin],
        ['2026-06-05', tick('a'), tick('b')],
        ['2026-06-20', tick('c')],
      ],
      '2026-07-06',
    ).burnUps;
    assert.deepEqual(burnUp!.points, [
      { day: '2026-06-01', done: 0 },
      { day: '2026-06-05', done: 2 },
      { day: '2026-06-20', done: 3 },
      { day: '2026-07-06', done: 3 },
    ]);
    assert.equal(burnUp!.planEnds, '2026-08-10');
    assert.equal(burnUp!.planned, 5);
  });

  it('projects the end by the pace since the start: half in five weeks is all in ten', () => {
    const [burnUp] = after(
      [
        ['2026-06-01', begin],
        ['2026-06-30', ...ids.slice(0, 5).map(tick)],
      ],
      '2026-07-06',
    ).burnUps;
    assert.equal(burnUp!.projectedEnd, '2026-08-10');
    assert.equal(
      burnUp!.words,
      '5 of 10 done; the plan says 5 by now. At this pace you are done on 2026-08-10, as planned.',
    );
  });

  it('says how late or early that is', () => {
    const [late] = after(
      [
        ['2026-06-01', begin],
        ['2026-06-30', tick('a'), tick('b')],
      ],
      '2026-07-06',
    ).burnUps;
    assert.match(late!.words, /done on 2026-11-23, 15 weeks after the plan’s end\.$/);
    const [early] = after(
      [
        ['2026-06-01', begin],
        ['2026-06-30', ...ids.slice(0, 8).map(tick)],
      ],
      '2026-07-06',
    ).burnUps;
    assert.match(early!.words, /4 weeks before the plan’s end\.$/);
  });

  it('does not take what was done before the start for pace', () => {
    const [burnUp] = after(
      [
        ['2026-05-01', tick('a'), tick('b')],
        ['2026-06-01', begin],
      ],
      '2026-06-15',
    ).burnUps;
    assert.equal(burnUp!.projectedEnd, undefined);
    assert.match(burnUp!.words, /no pace yet/);
    assert.equal(burnUp!.points[0]!.done, 2);
  });

  it('ends on the day the last item got done', () => {
    const [burnUp] = after(
      [
        ['2026-06-01', begin],
        ['2026-06-09', ...ids.map(tick)],
      ],
      '2026-07-06',
    ).burnUps;
    assert.equal(burnUp!.words, 'All 10 done on 2026-06-09.');
  });

  it('is there only for a path that has a day it began', () => {
    assert.deepEqual(after([['2026-06-05', tick('a')]], '2026-07-06').burnUps, []);
  });

  it('can be asked before the path begins', () => {
    const [burnUp] = after([['2026-05-20', begin]], '2026-05-20').burnUps;
    assert.equal(burnUp!.words, '0 of 10 done; it begins on 2026-06-01.');
  });
});

describe('the activity calendar', () => {
  const { calendar } = after(
    [
      ['2026-06-01', tick('a'), tick('b'), tick('c'), tick('d')],
      ['2026-06-02', tick('e')],
      ['2026-06-03', tick('f')],
      ['2026-06-08', tick('g')],
    ],
    '2026-06-09',
  );

  it('ends in the present week, with today, and begins half a year earlier on a Monday', () => {
    assert.equal(calendar.weeks.length, 26);
    assert.equal(calendar.weeks.at(-1)!.at(-1)!.day, '2026-06-09');
    assert.equal(new Date(calendar.weeks[0]![0]!.day).getUTCDay(), 1);
  });

  it('measures a day by the busiest one', () => {
    const levels = new Map(calendar.weeks.flat().map(({ day: at, level }) => [at, level]));
    assert.deepEqual([levels.get('2026-06-01'), levels.get('2026-06-02'), levels.get('2026-06-04')], [4, 1, 0]);
  });

  it('counts days in a row; a day that is not over does not break them', () => {
    assert.equal(calendar.longestStreak, 3);
    assert.equal(calendar.streak, 1);
    assert.equal(calendar.activeDays, 4);
    assert.equal(calendar.total, 7);
    assert.equal(after([['2026-06-01', tick('a')]], '2026-06-09').calendar.streak, 0);
  });
});

describe('the verdict history', () => {
  const { verdicts } = after(
    [
      ['2026-06-01', attempt(), attempt({ verdict: 'failed' }), attempt({ verdict: 'timeout' })],
      [
        '2026-06-07',
        attempt({ verdict: 'crashed' }),
        attempt({ verdict: 'cancelled' }),
        attempt({ verdict: 'environment' }),
      ],
      ['2026-06-08', attempt({ kata: 'pairs', stage: 'implement' })],
    ],
    '2026-06-09',
  );

  it('counts the runs of each week from Monday to Sunday', () => {
    assert.deepEqual(verdicts.weeks.slice(-2), [
      { monday: '2026-06-01', passed: 1, failed: 1, broken: 2 },
      { monday: '2026-06-08', passed: 1, failed: 0, broken: 0 },
    ]);
  });

  it('lists the latest runs, newest first, without those that say nothing of the learner', () => {
    assert.deepEqual(
      verdicts.latest.map(({ title, verdict }) => `${title} ${verdict}`),
      ['pairs passed', 'heap crashed', 'heap timeout', 'heap failed', 'heap passed'],
    );
  });
});

describe('the dashboard', () => {
  it('counts katas by the topics of their manifests', () => {
    const { topics } = after([['2026-06-01', attempt({ kata: 'pairs', stage: 'implement' })]], '2026-06-09');
    assert.deepEqual(
      topics.map(({ title, words }) => `${title}: ${words}`),
      ['heaps: 1 of 2 done', 'queues: 0 of 1 done'],
    );
  });

  it('leaves out what was taken back', () => {
    const home = new Author(HOME, day('2026-06-01'));
    const [ticked] = home.write(tick('a'));
    home.write({ type: 'revoke', hashes: [ticked!.h] });
    const events = home.written;
    const { calendar } = dashboardOf({ catalog, state: fold(events, catalog), events, now: day('2026-06-02') });
    assert.equal(calendar.total, 1, 'the revoke alone');
  });

  it('is the same each time it is made', () => {
    const history: (readonly [string, ...NewEvent[]])[] = [['2026-06-01', begin, tick('a')]];
    assert.deepEqual(after(history, '2026-06-09'), after(history, '2026-06-09'));
  });
});
