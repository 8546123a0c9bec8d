import type { Item } from '../catalog/path.ts';

/** Whether a person's tick closes it; everything else leaves something to look at, and is proved by that. */
export function isTicked({ kind }: Item): boolean {
  return kind === 'checklist' || kind === 'reading';
}

/** What closes an item, as one sentence. */
export function proofWords(item: Item): string {
  switch (item.kind) {
    case 'kata':
      return 'Closed when every stage passes its checks, all in one language.';
    case 'document':
      return `Closed by a document${item.profile ? ` of the profile ${item.profile}` : ''} whose check finds no error.`;
    case 'artifact':
      return 'Closed by a file that passes the checks of its kind.';
    case 'evidence':
      return 'Closed by evidence you add: a commit, a file, a report or an address.';
    case 'checklist':
      return 'Closed by your tick: you vouch for it.';
    case 'reading':
      return 'Closed by your tick, best with a note of what you take from it.';
    case 'practice':
      return 'Comes back: tick it each time it falls due.';
  }
}
