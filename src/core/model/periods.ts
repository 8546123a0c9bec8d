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

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, not only something that looks like one. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The first day of the period that a day lies in. */
export function firstDayOf(cadence: Cadence, day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  switch (cadence) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -weekday(day));
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

/** The calendar day of a moment where the learner is. */
export function localDay(now: number): string {
  const date = new Date(now);
  return toDay(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
}

export function addDays(day: string, days: number): string {
  return toDay(Date.parse(`${day}T00:00:00Z`) + days * DAY);
}

const DAY = 24 * 60 * 60 * 1000;

const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Monday is 0. */
const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** A week belongs to the year that its Thursday lies in. */
function weekOf(day: string): string {
  const thursday = addDays(day, 3 - weekday(day));
  const year = thursday.slice(0, 4);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / DAY;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}
