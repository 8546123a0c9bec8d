import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { dueStep, schedule } from '../../../src/core/agenda/schedule.ts';
import { addDays } from '../../../src/core/model/days.ts';

const pathOf = (id: string) => bundledCatalog.paths.find((path) => path.id === id)!;
const beyond = pathOf('beyond-senior');

describe('a schedule', () => {
  it('counts from the day the learner picks', () => {
    const dates = schedule(beyond, '2025-09-01');
    assert.deepEqual(dates.get('month-1-distributed'), { from: '2025-09-01', to: '2025-09-14' });
    assert.deepEqual(dates.get('month-1-architecture'), { from: '2025-09-15', to: '2025-09-21' });
    assert.deepEqual(dates.get('month-1-deliverable'), { from: '2025-09-22', to: '2025-09-30' });
    assert.deepEqual(dates.get('month-4-deliverable'), { from: '2025-12-22', to: '2025-12-31' });
    assert.equal(schedule(beyond, '2027-02-10').get('month-1-deliverable')!.to, '2027-03-09');
  });

  it('counts weeks of the path where there are no months, and leaves what goes on all the time without dates', () => {
    const growth = schedule(pathOf('software-engineering-at-scale'), '2026-01-05');
    assert.deepEqual(growth.get('outcome-10'), { from: '2026-01-05', to: '2026-04-26' });
    assert.equal(growth.get('outcome-40'), undefined);
    const roadmap = schedule(pathOf('software-engineering-roadmap'), '2026-01-31');
    assert.deepEqual(roadmap.get('foundations-dsa'), { from: '2026-01-31', to: '2026-04-29' });
    assert.equal(roadmap.get('communication-writing'), undefined);
  });

  it('has every month begin where the one before ends, from whatever day', () => {
    const starts = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(starts, (start) => {
        const dates = schedule(beyond, start);
        assert.equal(dates.size, beyond.steps.length);
        for (const { from, to } of dates.values()) assert.ok(from <= to);
        const ends = beyond.phases!.map(({ id }) => {
          const own = beyond.steps.filter(({ phase }) => phase === id).map((step) => dates.get(step.id)!);
          return {
            from: own.map(({ from }) => from).sort()[0]!,
            to: own
              .map(({ to }) => to)
              .sort()
              .at(-1)!,
          };
        });
        assert.equal(ends[0]!.from, start);
        ends.slice(1).forEach(({ from }, index) => assert.equal(from, addDays(ends[index]!.to, 1)));
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });

  it('says which step a day belongs to', () => {
    assert.equal(dueStep(beyond, '2025-09-01', '2025-09-16'), 'month-1-architecture');
    assert.equal(dueStep(beyond, '2025-09-01', '2025-08-31'), undefined);
    assert.equal(dueStep(beyond, '2025-09-01', '2026-01-01'), undefined);
  });
});
