import type { ProgressEvent } from '../model/event.ts';
import { addDays, localDay, mondayOf } from '../model/days.ts';

export interface CalendarDay {
  readonly day: string;
  readonly count: number;
  /** 0 nothing, 4 as much as on the busiest days. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** What was recorded on which day: whole weeks, the present one last and only up to today. */
export interface Calendar {
  readonly weeks: readonly (readonly CalendarDay[])[];
  readonly total: number;
  readonly activeDays: number;
  /** Days in a row with something done, today or yesterday being the last. */
  readonly streak: number;
  readonly longestStreak: number;
}

const WEEKS = 26;

export function calendarOf(events: readonly ProgressEvent[], now: number): Calendar {
  const today = localDay(now);
  const first = addDays(mondayOf(today), -7 * (WEEKS - 1));
  const counts = new Map<string, number>();
  for (const { at } of events) counts.set(localDay(at), (counts.get(localDay(at)) ?? 0) + 1);
  const most = Math.max(1, ...[...counts].filter(([day]) => day >= first && day <= today).map(([, count]) => count));
  const days: CalendarDay[] = [];
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const count = counts.get(day) ?? 0;
    days.push({ day, count, level: Math.ceil((4 * count) / most) as CalendarDay['level'] });
  }
  const active = days.map(({ count }) => count > 0);
  const runs = runLengths(active);
  return {
    weeks: Array.from({ length: WEEKS }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    total: days.reduce((sum, { count }) => sum + count, 0),
    activeDays: active.filter(Boolean).length,
    streak: runs.at(-1) || (active.at(-1) ? 0 : (runs.at(-2) ?? 0)),
    longestStreak: Math.max(0, ...runs),
  };
}

/** How many were true in a row, up to and including each place. */
function runLengths(flags: readonly boolean[]): readonly number[] {
  let run = 0;
  return flags.map((flag) => (run = flag ? run + 1 : 0));
}
