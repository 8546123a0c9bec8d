/** Days are named as in `2026-11-21` and counted in UTC, as everywhere in the log's words. */
const DAY_MS = 86_400_000;

export function dayOf(at: number | string): string {
  return typeof at === 'string' ? at.slice(0, 10) : new Date(at).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOf(Date.parse(day) + Math.round(days) * DAY_MS);
}

/** Days from the one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `21 Nov`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(8))} ${monthOf(day)}`;
}

export function monthOf(day: string): string {
  return months[Number(day.slice(5, 7)) - 1]!;
}
