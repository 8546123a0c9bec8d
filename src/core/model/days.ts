/**
 * Days are the calendar's, `YYYY-MM-DD`, and know no time zone. Which day a moment falls on is asked of the learner's own
 * clock: an evening in Honolulu is not the next morning in Greenwich.
 */
const DAY_MS = 86_400_000;

/** The calendar day of a moment where the learner is: milliseconds since 1970, or as the event log writes it. */
export function localDay(moment: number | string): string {
  const date = new Date(moment);
  return toDay(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
}

/** The day it is where the learner is, asked anew each time: a window may stay open over midnight. */
export const today = (): string => localDay(Date.now());

/** Whether a text is a day of the calendar, not only something that looks like one. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function addDays(day: string, days: number): string {
  return toDay(Date.parse(`${day}T00:00:00Z`) + Math.round(days) * DAY_MS);
}

/** Days from the one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day));

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `21 Nov`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(8))} ${monthOf(day)}`;
}

export function monthOf(day: string): string {
  return months[Number(day.slice(5, 7)) - 1]!;
}

/** The day that a moment in UTC belongs to; for arithmetic, not for what a person calls today. */
export const toDay = (utc: number): string => new Date(utc).toISOString().slice(0, 10);
