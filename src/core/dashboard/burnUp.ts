import type { LearningPath } from '../model/path.ts';
import type { ProgressState } from '../progress/state.ts';
import { addDays, localDay, daysBetween } from '../model/days.ts';

/** Required items done over time, beside what the plan says, for one path that has a day it was begun. */
export interface BurnUp {
  readonly path: string;
  readonly title: string;
  readonly starts: string;
  readonly today: string;
  readonly total: number;
  readonly done: number;
  /** When the path's weeks are over; absent for a path without weeks. */
  readonly planEnds?: string;
  /** How many the plan has done by today. */
  readonly planned?: number;
  /** When everything is done at the pace so far; absent before there is a pace, and when it would take decades. */
  readonly projectedEnd?: string;
  /** How many were done by the end of each day on which something got done; the start first, today last. */
  readonly points: readonly { readonly day: string; readonly done: number }[];
  readonly words: string;
}

const FAR_DAYS = 3650;

export function burnUpOf(path: LearningPath, state: ProgressState, now: number): BurnUp | undefined {
  const progress = state.paths.get(path.id)!;
  const starts = progress.plan?.starts;
  if (starts === undefined || progress.total === 0) return undefined;
  const today = localDay(now);
  const { done, total } = progress;
  const points = pointsOf(doneDays(path, state), starts, today);
  const planEnds = path.weeks === undefined ? undefined : addDays(starts, path.weeks * 7);
  const elapsed = daysBetween(starts, today);
  const planned = planEnds && Math.round(total * Math.min(1, Math.max(0, elapsed / daysBetween(starts, planEnds))));
  const projectedEnd = projectEnd({ points, done, total, today });
  const found = {
    path: path.id,
    title: path.title,
    starts,
    today,
    total,
    done,
    points,
    ...(planEnds && { planEnds, planned: planned as number }),
    ...(projectedEnd && { projectedEnd }),
  };
  return { ...found, words: wordsOf(found) };
}

function doneDays(path: LearningPath, state: ProgressState): readonly string[] {
  return path.steps
    .filter(({ required }) => required)
    .flatMap(({ items }) => items.map(({ id }) => state.items.get(id)!))
    .flatMap(({ state: word, at }) => (word === 'done' && at ? [localDay(at)] : []))
    .sort();
}

/** What was done before the start is there at the start: it need not be done again. */
function pointsOf(days: readonly string[], starts: string, today: string): BurnUp['points'] {
  const byDay = new Map<string, number>([[starts, 0]]);
  days.forEach((day, index) => byDay.set(day < starts ? starts : day, index + 1));
  if (today > starts) byDay.set(today, days.length);
  return [...byDay].map(([day, done]) => ({ day, done })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** At the pace since the start, in items a day; what was done before it says nothing about the pace. */
function projectEnd({ points, done, total, today }: Pick<BurnUp, 'points' | 'done' | 'total' | 'today'>) {
  if (done >= total) return points.find((point) => point.done >= total)?.day;
  const [first] = points;
  const elapsed = daysBetween(first!.day, today);
  const gained = done - first!.done;
  if (elapsed < 1 || gained <= 0) return undefined;
  const days = ((total - done) * elapsed) / gained;
  return days > FAR_DAYS ? undefined : addDays(today, Math.ceil(days));
}

function wordsOf({ done, total, planned, planEnds, projectedEnd, starts, today }: Omit<BurnUp, 'words'>): string {
  const so = `${done} of ${total} done`;
  if (today < starts) return `${so}; it begins on ${starts}.`;
  const plan = planned === undefined ? '' : `; the plan says ${planned} by now`;
  if (done >= total) return `All ${total} done on ${projectedEnd ?? today}.`;
  if (!projectedEnd) return `${so}${plan}. There is no pace yet to tell the end by.`;
  const end = `At this pace you are done on ${projectedEnd}`;
  if (!planEnds) return `${so}. ${end}.`;
  const late = daysBetween(planEnds, projectedEnd);
  const compared =
    Math.abs(late) < 7 ? 'as planned' : `${weeks(Math.abs(late))} ${late > 0 ? 'after' : 'before'} the plan’s end`;
  return `${so}${plan}. ${end}, ${compared}.`;
}

function weeks(days: number): string {
  const count = Math.round(days / 7);
  return `${count} ${count === 1 ? 'week' : 'weeks'}`;
}
