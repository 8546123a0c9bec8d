import type { DesignDocument } from '../model/document.ts';
import type { StatusMeaning } from '../model/vocabulary.ts';

/** Where a document stands, whatever word or language says so. */
export function readMeaning({ metadata }: DesignDocument): StatusMeaning | undefined {
  return metadata.status?.meaning;
}

/** Whether a decision is in force: what it says should be true by now. */
export function isInForce(document: DesignDocument): boolean {
  const meaning = readMeaning(document);
  return meaning === 'accepted' || meaning === 'implemented';
}

/** Whether nothing is decided yet: what it says it will replace still holds. */
export function isOpen(document: DesignDocument): boolean {
  const meaning = readMeaning(document);
  return meaning === 'proposed' || meaning === 'draft' || meaning === 'in review';
}

/** Whole days from one `YYYY-MM-DD` to another; undefined when either is missing. */
export function daysBetween(from: string | undefined, to: string): number | undefined {
  if (from === undefined || to === '') return undefined;
  return Math.floor((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
