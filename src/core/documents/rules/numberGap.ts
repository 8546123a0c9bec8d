import { shelfOf } from './supersession.ts';
import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';

/** A number is left out. Off unless a team wants it: gaps are legal, records get withdrawn. */
export const numberGap: Rule = {
  code: 'KP703',
  name: 'number-gap',
  class: 'corpus',
  severity: { automatic: 'off', strict: 'off' },
  summary: 'A number before this one is left out.',
  *check(document, { corpus, file }) {
    const own = file === undefined ? undefined : corpus?.entry(file);
    if (!corpus || own?.number === undefined || own.number < 2) return;
    const siblings = corpus.entries.filter(
      (entry) => entry.kind === own.kind && shelfOf(entry.file) === shelfOf(own.file),
    );
    if (siblings.length > 1 && !siblings.some(({ number }) => number === own.number! - 1))
      yield {
        range: document.title?.numberRange ?? firstWords(document),
        message: `There is no number ${own.number - 1} before this one.`,
      };
  },
};
