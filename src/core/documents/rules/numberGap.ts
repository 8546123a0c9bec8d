import { shelfOf } from '../corpus/recordGroup.ts';
import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';

/** A number is left out. Off unless a team wants it: gaps are legal, records get withdrawn. */
export const numberGap: Rule = {
  code: 'KP703',
  name: 'number-gap',
  class: 'corpus',
  severity: { automatic: 'off', strict: 'off' },
  summary: 'A number before this one is left out.',
  *check(document, { corpus, own }) {
    if (!corpus || own?.number === undefined || own.number < 2) return;
    const shelf = corpus.group(own.kind, shelfOf(own.file));
    if (shelf.size > 1 && shelf.numbered(own.number - 1).length === 0)
      yield {
        range: document.title?.numberRange ?? firstWords(document),
        message: `There is no number ${own.number - 1} before this one: renumber it, or keep the withdrawn record in its place.`,
      };
  },
};
