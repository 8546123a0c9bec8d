import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cadence } from '../../../src/core/model/path.ts';
import { addDays } from '../../../src/core/model/days.ts';
import { firstDayOf, lastPeriods, periodOf } from '../../../src/core/model/periods.ts';

const cadences: readonly Cadence[] = ['day', 'week', 'month', 'quarter'];
const cadence = fc.constantFrom(...cadences);
const day = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days));
const holds = <Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>) =>
  fc.assert(property, { numRuns: 1000, seed: 20261121 });

describe('a period', () => {
  it('has the name that calendars give it', () => {
    assert.deepEqual(
      cadences.map((every) => periodOf(every, '2026-11-20')),
      ['2026-11-20', '2026-W47', '2026-11', '2026-Q4'],
    );
    // Days at the turn of a year belong to the week of the other year.
    for (const [date, week] of [
      ['2027-01-01', '2026-W53'],
      ['2024-12-30', '2025-W01'],
      ['2021-01-03', '2020-W53'],
      ['2026-01-01', '2026-W01'],
    ])
      assert.equal(periodOf('week', date!), week);
  });

  it('begins on a day of its own, and the day before lies in another', () => {
    holds(
      fc.property(cadence, day, (every, date) => {
        const first = firstDayOf(every, date);
        assert.ok(first <= date);
        assert.equal(periodOf(every, first), periodOf(every, date));
        assert.notEqual(periodOf(every, addDays(first, -1)), periodOf(every, date));
      }),
    );
  });

  it('has a name that sorts as time does', () => {
    holds(
      fc.property(cadence, day, day, (every, one, other) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        assert.ok(periodOf(every, early) <= periodOf(every, late));
      }),
    );
  });

  it('follows the one before without a gap', () => {
    holds(
      fc.property(cadence, day, fc.integer({ min: 1, max: 30 }), (every, date, count) => {
        const periods = lastPeriods(every, date, count);
        assert.equal(periods.length, count);
        assert.equal(periods.at(-1), periodOf(every, date));
        assert.equal(new Set(periods).size, count);
        assert.deepEqual([...periods].sort(), periods);
        // Every day of the last weeks lies in one of them: nothing was jumped over.
        for (let back = 0; back < count; back++) assert.ok(periods.includes(periodOf(every, addDays(date, -back))));
      }),
    );
  });
});
