import { shelfOf } from './supersession.ts';
import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';

/** Two records with one number in one folder: git merges both without a word, and every reference is ambiguous. */
export const numberTwice: Rule = {
  code: 'KP701',
  name: 'number-twice',
  class: 'corpus',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'Two documents in one folder have the same number.',
  *check(document, { corpus, file }) {
    const own = file === undefined ? undefined : corpus?.entry(file);
    if (!corpus || own?.number === undefined) return;
    const others = corpus.entries.filter(
      (entry) =>
        entry !== own &&
        entry.number === own.number &&
        entry.kind === own.kind &&
        shelfOf(entry.file) === shelfOf(own.file),
    );
    if (others.length === 0) return;
    const numbers = corpus.entries
      .filter(({ kind, file: other }) => kind === own.kind && shelfOf(other) === shelfOf(own.file))
      .map(({ number = 0 }) => number);
    yield {
      range: document.title?.numberRange ?? firstWords(document),
      message: `${own.number} is also the number of ${others.map((entry) => entry.file).join(', ')}. The next free one is ${Math.max(...numbers) + 1}.`,
      related: others.map((entry) => ({
        file: entry.file,
        range: { start: 0, end: 0 },
        message: 'This one has the same number.',
      })),
    };
  },
};
