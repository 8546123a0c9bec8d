import { addDays, toDay } from '../model/days.ts';
import type { LearningPath, Span } from '../model/path.ts';

/** Calendar days, `YYYY-MM-DD`, both included. */
export interface Dates {
  readonly from: string;
  readonly to: string;
}

/**
 * When each step is due, counted from the day the learner begins. Steps without dates are absent.
 *
 *     starts ─┬─ month 1 ──────────────┬─ month 2 ─────────
 *             │ week 1 │ … │ week 4 … ►│        a phase's last week runs to its end
 */
export function schedule(path: LearningPath, starts: string): ReadonlyMap<string, Dates> {
  const phases = new Map(path.phases?.map((phase) => [phase.id, phase]));
  const found = new Map<string, Dates>();
  for (const { id, phase: phaseId, weeks } of path.steps) {
    const phase = phaseId === undefined ? undefined : phases.get(phaseId);
    const whole = phase?.months && phaseDates(phase.months, starts);
    const dates = weeks && !(phase && !whole) ? weekDates(weeks, whole, starts) : whole;
    if (dates) found.set(id, dates);
  }
  return found;
}

/** The step whose days have begun and are not over; the last one that begins first where several overlap. */
export function dueStep(path: LearningPath, starts: string, today: string): string | undefined {
  const now = [...schedule(path, starts)].filter(([, { from, to }]) => from <= today && today <= to);
  return now.sort(([, a], [, b]) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0]?.[0];
}

function phaseDates({ first, last }: Span, starts: string): Dates {
  return { from: addMonths(starts, first - 1), to: addDays(addMonths(starts, last), -1) };
}

/** The fourth week of a month is as long as the month: what is left over belongs to it. */
const WEEKS_OF_MONTH = 4;

function weekDates({ first, last }: Span, phase: Dates | undefined, starts: string): Dates {
  const from = addDays(phase?.from ?? starts, (first - 1) * 7);
  const to = addDays(phase?.from ?? starts, last * 7 - 1);
  return { from, to: phase && last >= WEEKS_OF_MONTH ? phase.to : to };
}

/** The same day so many months on; the last of the month where it has no such day. */
function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
