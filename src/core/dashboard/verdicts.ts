import type { AttemptRecorded, ProgressEvent } from '../model/event.ts';
import type { Verdict } from '../model/verdict.ts';
import { addDays, localDay, mondayOf } from '../model/days.ts';

export interface VerdictWeek {
  readonly monday: string;
  readonly passed: number;
  readonly failed: number;
  /** Runs that gave no answer: did not load, took too long, crashed … */
  readonly broken: number;
}

export interface AttemptRow {
  readonly day: string;
  readonly title: string;
  readonly stage: string;
  readonly verdict: Verdict;
  readonly seconds: number;
}

export interface VerdictHistory {
  readonly weeks: readonly VerdictWeek[];
  /** The latest runs, newest first. */
  readonly latest: readonly AttemptRow[];
}

const WEEKS = 12;
const LATEST = 12;

/** Graded runs of the last weeks. Cancelled ones and those the machine could not run say nothing of the learner. */
export function verdictsOf(
  events: readonly ProgressEvent[],
  now: number,
  titleOf: (kata: string) => string,
): VerdictHistory {
  const first = addDays(mondayOf(localDay(now)), -7 * (WEEKS - 1));
  const weeks = new Map(
    Array.from({ length: WEEKS }, (_, index) => addDays(first, index * 7)).map((monday) => [
      monday,
      { monday, passed: 0, failed: 0, broken: 0 },
    ]),
  );
  const attempts = events.filter(isAttempt);
  for (const { at, verdict } of attempts) {
    const week = weeks.get(mondayOf(localDay(at)));
    if (week) week[kindOf(verdict)] += 1;
  }
  const latest = attempts.slice(-LATEST).reverse();
  return {
    weeks: [...weeks.values()],
    latest: latest.map(({ at, kata, stage, verdict, durationMs }) => ({
      day: localDay(at),
      title: titleOf(kata),
      stage,
      verdict,
      seconds: durationMs / 1000,
    })),
  };
}

function kindOf(verdict: Verdict): 'passed' | 'failed' | 'broken' {
  return verdict === 'passed' || verdict === 'failed' ? verdict : 'broken';
}

function isAttempt(event: ProgressEvent): event is ProgressEvent & AttemptRecorded {
  if (event.type !== 'attempt.recorded') return false;
  const { verdict } = event as ProgressEvent & AttemptRecorded;
  return verdict !== 'cancelled' && verdict !== 'environment';
}
