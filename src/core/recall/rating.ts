import type { KataOutline } from '../model/kata.ts';
import type { KataProgress, Recall } from '../progress/ledger.ts';
import type { SolvedKata } from './solved.ts';

/** How well it was remembered, as FSRS counts. */
export const Ratings = { again: 1, hard: 2, good: 3, easy: 4 } as const;
export type RatingValue = (typeof Ratings)[keyof typeof Ratings];

/** What a solve took. */
interface Effort {
  /** Graded runs, the passing ones included. */
  readonly attempts: number;
  /** The highest rung of hints seen, or the number of hints in a review. */
  readonly hints: number;
  readonly solutionRevealed: boolean;
  readonly minutes: number;
}

/** The third rung is an outline: from there on it was not remembered but read. */
const OUTLINE = 3;
const MINUTE = 60_000;

/** How the first solve went: where the schedule begins. */
export function rateFirstSolve(manifest: KataOutline, kata: KataProgress, solved: SolvedKata): RatingValue {
  const { startedAt, solutionRevealedAt } = kata;
  const minutes = startedAt === undefined ? Infinity : (Date.parse(solved.at) - Date.parse(startedAt)) / MINUTE;
  return rate(manifest, {
    attempts: solved.stages.reduce((sum, { effort }) => sum + (effort?.attempts ?? 1), 0),
    hints: Math.max(...solved.stages.map(({ effort }) => effort?.hints ?? 0)),
    solutionRevealed: solutionRevealedAt !== undefined && solutionRevealedAt < solved.at,
    // A kata may stay open for days: long says nothing, short does.
    minutes: Math.min(minutes, manifest.minutes * 2),
  });
}

/** How a review went, from its start to `now`; undefined while stages are missing. */
export function rateRecall(manifest: KataOutline, recall: Recall, now: number): RatingValue | undefined {
  if (manifest.stages.some(({ id }) => !recall.passed.includes(id))) return undefined;
  return rate(manifest, {
    attempts: recall.attempts,
    hints: recall.hints,
    solutionRevealed: recall.solutionRevealed === true,
    minutes: (now - Date.parse(recall.at)) / MINUTE,
  });
}

/**
 * | rating | when |
 * |---|---|
 * | again | the solution was looked at |
 * | hard | an outline was read, three runs and more for each stage, or over twice the kata's time |
 * | easy | no hint, each stage at once, within half the kata's time |
 * | good | everything between |
 */
function rate({ stages, minutes: planned }: KataOutline, effort: Effort): RatingValue {
  if (effort.solutionRevealed) return Ratings.again;
  if (effort.hints >= OUTLINE || effort.attempts >= 3 * stages.length || effort.minutes > 2 * planned) {
    return Ratings.hard;
  }
  const isEasy = effort.hints === 0 && effort.attempts <= stages.length && effort.minutes <= planned / 2;
  return isEasy ? Ratings.easy : Ratings.good;
}
