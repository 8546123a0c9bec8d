import type { DocumentDate } from './statement.ts';

/** What date some words hold, and where in them it stands. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string | undefined;
  readonly format: DocumentDate['format'];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMERIC = /(?<!\d)(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)/;
const LONG =
  /(?<![\p{L}\d])(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))(?!\d)/u;

/** The first date in some words. */
export function findDate(words: string): FoundDate | undefined {
  const numeric = NUMERIC.exec(words);
  if (numeric) return { start: numeric.index, end: numeric.index + numeric[0].length, ...readNumeric(numeric) };
  const long = LONG.exec(words);
  const month = long && MONTHS.indexOf((long[2] ?? long[4])!.slice(0, 3).toLowerCase()) + 1;
  if (!long || !month) return undefined;
  const iso = toIso(Number(long[3] ?? long[6]), month, Number(long[1] ?? long[5]));
  return { start: long.index, end: long.index + long[0].length, iso, format: iso ? 'long' : 'impossible' };
}

function readNumeric([, first, separator, second, third]: RegExpExecArray): Pick<FoundDate, 'iso' | 'format'> {
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first!.length === 4) {
    const iso = toIso(a, b, c);
    const exact = separator === '-' && second!.length === 2 && third!.length === 2;
    return iso ? { iso, format: exact ? 'iso' : 'year-first' } : { iso: undefined, format: 'impossible' };
  }
  // "02.04.20" is a day to its author; of which century and in which order, nobody else can tell.
  if (third!.length === 2 && first!.length <= 2) {
    const isDay = toIso(2000 + c, b, a) ?? toIso(2000 + c, a, b) ?? toIso(2000 + a, b, c);
    return { iso: undefined, format: isDay ? 'ambiguous' : 'impossible' };
  }
  // `02.04.20`: somebody's day, but nobody can be sure which.
  if (first!.length <= 2 && third!.length <= 2) return { iso: undefined, format: 'ambiguous' };
  if (third!.length !== 4 || first!.length > 2) return { iso: undefined, format: 'impossible' };
  const dayFirst = toIso(c, b, a);
  const monthFirst = toIso(c, a, b);
  if (dayFirst && monthFirst && a !== b && separator !== '.') return { iso: undefined, format: 'ambiguous' };
  if (dayFirst) return { iso: dayFirst, format: 'day-first' };
  return monthFirst ? { iso: monthFirst, format: 'month-first' } : { iso: undefined, format: 'impossible' };
}

/** `YYYY-MM-DD`, or undefined when the calendar has no such day. */
export function toIso(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
