import type { Item, ReviewNeed } from '../model/path.ts';

/** Whether a person's tick closes it; everything else leaves something to look at, and is proved by that. */
export function isTicked({ kind }: Item): boolean {
  return kind === 'checklist' || kind === 'reading';
}

/** What closes an item, as one sentence. */
export function proofWords(item: Item): string {
  const { review } = item;
  const reviewed = review && ` It also needs ${approvals(review)}.`;
  return kindWords(item) + (reviewed ?? '');
}

function approvals({ approvals: count, signed }: ReviewNeed): string {
  return `${count} ${signed ? 'signed ' : ''}${count === 1 ? 'review that approves it' : 'reviews that approve it'}`;
}

function kindWords(item: Item): string {
  switch (item.kind) {
    case 'kata':
      return 'Closed when every stage passes its checks, all in one language.';
    case 'document':
      return `Closed by a document${item.profile ? ` of the profile ${item.profile}` : ''} whose check finds no error.`;
    case 'artifact':
      return `Closed by a file that passes the checks of its kind${item.artifact ? `, ${item.artifact}` : ''}.`;
    case 'evidence':
      return `Closed by evidence you add: ${(item.accepts ?? ['commit', 'file', 'report', 'url']).join(', ')}.`;
    case 'checklist':
    case 'reading':
      return item.asks ? `Closed by your answer: ${item.asks}` : 'Closed by your tick: you vouch for it.';
    case 'practice':
      return 'Comes back: tick it each time it falls due.';
  }
}
