import type { Catalog } from '../catalog/catalog.ts';
import type { DueNode } from './agenda.ts';
import type { ProgressState } from './state.ts';

/** What fell due: solved katas that come back, most overdue first, then practices whose period is not ticked yet. */
export function dueNodes(_catalog: Catalog, _state: ProgressState, _now: number): readonly DueNode[] {
  return [];
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
