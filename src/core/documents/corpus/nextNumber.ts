import type { Corpus } from './corpus.ts';
import { shelfOf } from './recordGroup.ts';

/** The number after the last one of a kind, other branches' included; of one shelf, when one is named. */
export function nextNumber({ group, elsewhere }: Corpus, kind: string, shelf?: string): number {
  let highest = group(kind, shelf).highest;
  for (const { kind: other, number = 0, file } of elsewhere)
    if (other === kind && (shelf === undefined || shelfOf(file) === shelf)) highest = Math.max(highest, number);
  return highest + 1;
}
