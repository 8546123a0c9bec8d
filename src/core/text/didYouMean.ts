import { nearest } from './spelling.ts';

/** A question to put behind “There is no …”: the one of these that is meant; nothing where none is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearest(word, [...new Set(candidates)]);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
