import assert from 'node:assert/strict';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { addDays, localDay } from '../../../src/core/model/days.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { dueReviews, reviewForecast, scheduledReviews } from '../../../src/core/recall/schedule.ts';
import { attempt, Author, catalog } from '../progress/support.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 10, 20, 9);

/** Each event with the minutes that passed since the one before. */
function stateOf(...events: readonly (NewEvent | [minutes: number, event: NewEvent])[]) {
  const author = new Author();
  let now = START;
  for (const each of events) {
    const [minutes, event] = Array.isArray(each) ? each : [0, each];
    now += minutes * 60_000;
    author.setClock(now - 60_000);
    author.write(event);
  }
  return fold(author.written, catalog);
}

const begin: NewEvent = { type: 'kata.started', kata: 'pairs', version: 1, language: 'typescript' };
const pass = attempt({ kata: 'pairs', stage: 'implement' });
const fail = attempt({ kata: 'pairs', stage: 'implement', verdict: 'failed' });
const rated = (rating: number): NewEvent => ({ type: 'recall.rated', kata: 'pairs', rating });
const only = (state: ReturnType<typeof stateOf>, now = START) => scheduledReviews(catalog, state, now)[0];

describe('reviews by memory', () => {
  it('know only katas that are solved', () => {
    assert.equal(only(stateOf(begin, fail)), undefined);
    assert.equal(only(stateOf(begin, pass))!.kata, 'pairs');
    const half = stateOf(attempt({ kata: 'heap', stage: 'build' }));
    assert.equal(scheduledReviews(catalog, half, START).length, 0);
  });

  it('bring an easy solve back later than one that took hints, and that later than one that was looked up', () => {
    const hint: NewEvent = { type: 'hint.revealed', kata: 'pairs', stage: 'implement', rung: 3 };
    const look: NewEvent = { type: 'solution.revealed', kata: 'pairs', stage: 'implement', language: 'typescript' };
    const days = [
      stateOf(begin, [2, pass]),
      stateOf(begin, [8, pass]),
      stateOf(begin, hint, [8, pass]),
      stateOf(begin, look, [8, pass]),
    ].map((state) => only(state)!.stability);
    assert.deepEqual(
      days,
      [...days].sort((a, b) => b - a),
    );
    assert.equal(new Set(days).size, 4, days.join());
  });

  it('count what the first pass took, not what came after it', () => {
    const before = only(stateOf(begin, [8, pass]))!;
    const after = only(
      stateOf(begin, [8, pass], fail, fail, fail, {
        type: 'hint.revealed',
        kata: 'pairs',
        stage: 'implement',
        rung: 3,
      }),
    )!;
    assert.equal(after.due, before.due);
  });

  it('grow further apart when remembered, and begin again when forgotten', () => {
    const solved: (NewEvent | [number, NewEvent])[] = [begin, [8, pass]];
    const minutes = (days: number) => days * 24 * 60;
    const first = only(stateOf(...solved))!;
    const good = only(stateOf(...solved, [minutes(5), rated(3)]))!;
    const again = only(stateOf(...solved, [minutes(5), rated(1)]))!;
    assert.ok(good.stability > first.stability);
    assert.ok(again.stability < good.stability);
    assert.equal(good.reviews, 1);
    assert.ok(again.due < good.due);
  });

  it('are due from the start of a day, the longest overdue first, begun ones before all', () => {
    const state = stateOf(begin, [8, pass], attempt({ kata: 'heap', stage: 'build' }), [
      60 * 24 * 2,
      attempt({ kata: 'heap', stage: 'schedule', passed: ['build', 'schedule'] }),
    ]);
    const [first, second] = scheduledReviews(catalog, state, START);
    assert.deepEqual([first!.kata, second!.kata], ['pairs', 'heap']);
    const midnight = new Date(`${first!.due}T00:00`).getTime();
    assert.equal(dueReviews(catalog, state, midnight - 1).length, 0);
    assert.equal(dueReviews(catalog, state, midnight)[0]!.words, 'due today');
    assert.equal(only(state, midnight + 2 * DAY)!.words, 'due 2 days ago');
    assert.equal(only(state, midnight - DAY)!.words, 'due in 1 day');
  });

  it('leave out what the learner muted, and take it back', () => {
    const mute = (muted: boolean): NewEvent => ({ type: 'recall.muted', kata: 'pairs', muted });
    assert.equal(only(stateOf(begin, pass, mute(true))), undefined);
    assert.ok(only(stateOf(begin, pass, mute(true), mute(false))));
  });

  it('are the same for every order of reading, and survive a clock that was set back', () => {
    const author = new Author();
    author.write(begin, pass);
    author.setClock(START - 400 * DAY);
    author.write(rated(3));
    const [review] = scheduledReviews(catalog, fold(author.written, catalog), START);
    const reversed = scheduledReviews(catalog, fold([...author.written].reverse(), catalog), START);
    assert.deepEqual(reversed, [review]);
    assert.ok(review!.due > localDay(START));
  });

  it('are forecast by the day, the overdue on the first', () => {
    const state = stateOf(begin, [8, pass]);
    const { due } = only(state)!;
    const noonOf = (day: string) => new Date(`${day}T12:00`).getTime();
    const forecast = reviewForecast(catalog, state, noonOf(addDays(due, -2)), 7);
    assert.deepEqual(
      forecast.map(({ count }) => count),
      [0, 0, 1, 0, 0, 0, 0],
    );
    assert.equal(forecast[2]!.day, due);
    assert.equal(reviewForecast(catalog, state, noonOf(addDays(due, 30)), 3)[0]!.count, 1);
  });

  it('leave the Date of everyone else as it was', () => {
    assert.deepEqual(
      Object.keys(Date.prototype).concat(
        ...['scheduler', 'diff', 'format', 'dueFormat'].filter((name) => name in Date.prototype),
      ),
      [],
    );
  });
});
