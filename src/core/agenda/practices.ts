import type { Catalog } from '../model/catalog.ts';
import type { Cadence, Item, LearningPath } from '../model/path.ts';
import { itemsOf } from '../progress/fold.ts';
import type { ProgressState } from '../progress/state.ts';
import { localDay } from '../model/days.ts';
import { lastPeriods, periodOf } from '../model/periods.ts';

export interface PracticeDue {
  readonly item: Item;
  /** The first path that asks for it. */
  readonly path: LearningPath;
  /** What a tick names. */
  readonly period: string;
  /** "today", "this week" */
  readonly words: string;
}

export interface PracticeStreak {
  readonly item: Item;
  readonly unit: Cadence;
  /** Periods in a row up to now. The present one counts once it is done; until then it breaks nothing. */
  readonly current: number;
  readonly longest: number;
  /** The last twelve, oldest first. */
  readonly periods: readonly { readonly period: string; readonly done: boolean }[];
}

const periodWords: Readonly<Record<Cadence, string>> = {
  day: 'today',
  week: 'this week',
  month: 'this month',
  quarter: 'this quarter',
};

/**
 * What falls due in the calendar period of `now` and is not done in it, daily things first. Only paths that are taken
 * up ask for anything, and what the learner left out is left out here too.
 */
export function duePractices(catalog: Catalog, state: ProgressState, now: number): readonly PracticeDue[] {
  const day = localDay(now);
  return followed(catalog, state)
    .map(({ item, path, every }) => ({ item, path, every, period: periodOf(every, day) }))
    .filter(({ item, period }) => !state.practice.get(item.id)?.has(period))
    .sort((a, b) => order.indexOf(a.every) - order.indexOf(b.every))
    .map(({ item, path, every, period }) => ({ item, path, period, words: periodWords[every] }));
}

/** How steadily each practice of the paths taken up is kept. */
export function practiceStreaks(catalog: Catalog, state: ProgressState, now: number): readonly PracticeStreak[] {
  const day = localDay(now);
  return followed(catalog, state).map(({ item, every }) => {
    const done = new Set(state.practice.get(item.id)?.keys());
    const { current, longest } = countStreaks(done, every, day);
    const periods = lastPeriods(every, day, 12).map((period) => ({ period, done: done.has(period) }));
    return { item, unit: every, current, longest, periods };
  });
}

const order: readonly Cadence[] = ['day', 'week', 'month', 'quarter'];

/**
 * Every practice that is asked for, once: those of the paths taken up from a day, and those the learner has ever ticked.
 * A path that is merely touched, as by a kata it shares with another, asks for nothing.
 */
function followed(catalog: Catalog, state: ProgressState) {
  const found = new Map<string, { readonly item: Item; readonly path: LearningPath; readonly every: Cadence }>();
  for (const path of catalog.paths) {
    const isTakenUp = state.paths.get(path.id)?.plan?.starts !== undefined;
    for (const item of itemsOf(path)) {
      const itemState = state.items.get(item.id)?.state;
      if (item.kind !== 'practice' || !item.every || itemState === 'planned' || itemState === 'skipped') continue;
      if (!isTakenUp && !state.practice.has(item.id)) continue;
      if (!found.has(item.id)) found.set(item.id, { item, path, every: item.every });
    }
  }
  return [...found.values()];
}

/** The run that reaches the present, and the longest there was. Names sort as their periods do. */
function countStreaks(done: ReadonlySet<string>, every: Cadence, day: string): { current: number; longest: number } {
  const earliest = [...done].sort()[0];
  if (earliest === undefined) return { current: 0, longest: 0 };
  let longest = 0;
  let run = 0;
  const present = periodOf(every, day);
  for (const period of periodsFrom(earliest, every, day)) {
    if (done.has(period)) run += 1;
    else if (period !== present) run = 0;
    longest = Math.max(longest, run);
  }
  return { current: run, longest };
}

/** Every period from an earlier one to the present, oldest first; ten years at most. */
function periodsFrom(earliest: string, every: Cadence, day: string): readonly string[] {
  const most = { day: 3660, week: 530, month: 122, quarter: 41 }[every];
  let count = 16;
  for (;;) {
    const periods = lastPeriods(every, day, Math.min(count, most));
    if (count >= most || periods[0]! <= earliest) return periods;
    count *= 4;
  }
}
