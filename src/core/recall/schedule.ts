import type { Catalog } from '../model/catalog.ts';
import { addDays, daysBetween, localDay } from '../model/days.ts';
import type { KataOutline } from '../model/kata.ts';
import type { KataProgress } from '../progress/ledger.ts';
import type { ProgressState } from '../progress/state.ts';
import { createEmptyCard, scheduler, type Card, type Grade } from './fsrs.ts';
import { rateFirstSolve } from './rating.ts';
import { solvedIn } from './solved.ts';

/** A solved kata, and when it should come back. */
export interface ScheduledReview {
  readonly kata: string;
  readonly title: string;
  /** The language it was solved in first; a review may be in another. */
  readonly language: string;
  /** The learner's calendar day, `YYYY-MM-DD`. */
  readonly due: string;
  readonly isDue: boolean;
  /** A review of it is under way. */
  readonly isStarted: boolean;
  /** Days after which nine of ten would still remember. */
  readonly stability: number;
  /** How likely it is remembered now, 0 to 1. */
  readonly retrievability: number;
  /** Reviews made. */
  readonly reviews: number;
  /** "due today", "due 3 days ago", "due in 5 days". */
  readonly words: string;
}

export interface ForecastDay {
  /** The learner's calendar day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly count: number;
}

/** Every solved kata that is not left out of reviews, the longest overdue first. */
export function scheduledReviews(catalog: Catalog, state: ProgressState, now: number): ScheduledReview[] {
  return catalog.katas
    .flatMap(({ manifest }) => {
      const kata = state.katas.get(manifest.id);
      return kata && !kata.muted ? (toReview(manifest, kata, now) ?? []) : [];
    })
    .sort((a, b) => compare(a.due, b.due) || compare(a.kata, b.kata));
}

/** What to review today, begun reviews first. */
export function dueReviews(catalog: Catalog, state: ProgressState, now: number): ScheduledReview[] {
  return scheduledReviews(catalog, state, now)
    .filter(({ isDue, isStarted }) => isDue || isStarted)
    .sort((a, b) => Number(b.isStarted) - Number(a.isStarted));
}

/** How many reviews fall on each of the coming days, the overdue on the first. */
export function reviewForecast(catalog: Catalog, state: ProgressState, now: number, days: number): ForecastDay[] {
  const today = localDay(now);
  const counts = new Array<number>(days).fill(0);
  for (const { due } of scheduledReviews(catalog, state, now)) {
    const index = Math.max(0, daysBetween(today, due));
    if (index < days) counts[index]!++;
  }
  return counts.map((count, index) => ({ day: addDays(today, index), count }));
}

function toReview(manifest: KataOutline, kata: KataProgress, now: number): ScheduledReview | undefined {
  const solved = solvedIn(manifest, kata);
  if (!solved) return undefined;
  const card = cardOf(manifest, kata, Date.parse(solved.at));
  const due = localDay(card.due.getTime());
  const days = daysBetween(localDay(now), due);
  return {
    kata: manifest.id,
    title: manifest.title,
    language: solved.language,
    due,
    isDue: days <= 0,
    isStarted: kata.recall !== undefined,
    stability: card.stability,
    retrievability: scheduler.get_retrievability(card, new Date(Math.max(now, card.last_review!.getTime())), false),
    reviews: card.reps - 1,
    words: kata.recall ? 'under way' : dueWords(days),
  };
}

/** The card is folded anew from what happened, so that nothing but the log has to be kept. */
function cardOf(manifest: KataOutline, kata: KataProgress, solvedAt: number): Card {
  const solved = solvedIn(manifest, kata)!;
  const first = rateFirstSolve(manifest, kata, solved);
  let card = scheduler.next(createEmptyCard(new Date(solvedAt)), new Date(solvedAt), first as Grade).card;
  let last = solvedAt;
  for (const { at, rating } of kata.ratings) {
    // A clock that was set back must not make time run backwards; the library refuses that.
    last = Math.max(last, Date.parse(at));
    card = scheduler.next(card, new Date(last), rating as Grade).card;
  }
  return card;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function dueWords(days: number): string {
  if (days === 0) return 'due today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `due ${count} ago` : `due in ${count}`;
}
