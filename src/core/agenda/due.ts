import type { Catalog } from '../model/catalog.ts';
import { duePractices } from './practices.ts';
import { dueReviews } from '../recall/schedule.ts';
import type { DueNode } from './agenda.ts';
import type { ProgressState } from '../progress/state.ts';

/**
 * What fell due: solved katas that come back, a begun review first, then practices whose period is not ticked yet.
 * `reviews` is off for a learner who wants none.
 */
export function dueNodes(
  catalog: Catalog,
  state: ProgressState,
  now: number,
  { reviews = true }: { reviews?: boolean } = {},
): readonly DueNode[] {
  const back = reviews
    ? dueReviews(catalog, state, now).map(({ kata, title, words, isStarted }): DueNode => ({
        kind: 'review',
        key: `review:${kata}`,
        kata,
        title,
        words,
        isStarted,
      }))
    : [];
  const practices = duePractices(catalog, state, now).map(({ item, period, words }): DueNode => ({
    kind: 'practice',
    key: `practice:${item.id}`,
    item,
    period,
    title: item.title,
    words,
  }));
  return [...back, ...practices];
}

/** "3 due: 1 review, 2 practices"; for a badge and a status bar. */
export function dueWords(due: readonly DueNode[]): string {
  const reviews = due.filter(({ kind }) => kind === 'review').length;
  const practices = due.length - reviews;
  const parts = [
    reviews > 0 && `${reviews} ${reviews === 1 ? 'review' : 'reviews'}`,
    practices > 0 && `${practices} ${practices === 1 ? 'practice' : 'practices'}`,
  ];
  return `${due.length} due: ${parts.filter(Boolean).join(', ')}`;
}
