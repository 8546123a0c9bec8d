import { addDays, daysBetween, toDay, weekdayOf } from './days.ts';
import type { Cadence } from './path.ts';

/**
 * The name of a period as events have it: `2026-11-20`, `2026-W47` (ISO 8601, weeks begin on Monday), `2026-11`,
 * `2026-Q4`. Days are the calendar's, `YYYY-MM-DD`, and know no time zone.
 */
export function periodOf(cadence: Cadence, day: string): string {
  const [year, month] = day.split('-') as [string, string];
  switch (cadence) {
    case 'day':
      return day;
    case 'week':
      return weekOf(day);
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  }
}

/** The first day of the period that a day lies in. */
export function firstDayOf(cadence: Cadence, day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  switch (cadence) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -weekdayOf(day));
    case 'month':
      return toDay(Date.UTC(year, month - 1, 1));
    case 'quarter':
      return toDay(Date.UTC(year, month - 1 - ((month - 1) % 3), 1));
  }
}

/** The names of the last periods up to the one that a day lies in, oldest first. */
export function lastPeriods(cadence: Cadence, day: string, count: number): readonly string[] {
  const periods: string[] = [];
  for (let at = firstDayOf(cadence, day); periods.length < count; at = firstDayOf(cadence, addDays(at, -1)))
    periods.unshift(periodOf(cadence, at));
  return periods;
}

/** A week belongs to the year that its Thursday lies in. */
function weekOf(day: string): string {
  const thursday = addDays(day, 3 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
