import type { CorpusEntry } from '../corpus/entry.ts';
import { shelfOf } from '../corpus/recordGroup.ts';
import { fileNumber } from '../corpus/summarise.ts';
import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';

/** Two records with one number in one folder: git merges both without a word, and every reference is ambiguous. */
export const numberTwice: Rule = {
  code: 'KP701',
  name: 'number-twice',
  class: 'corpus',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'Two documents in one folder have the same number.',
  *check(document, { corpus, own }) {
    if (!corpus || own?.number === undefined) return;
    if (isDisputed(own)) return;
    const shelf = corpus.group(own.kind, shelfOf(own.file));
    const others = firstOthers(own, shelf.numbered(own.number));
    if (others.length === 0) return;
    const named = others.slice(0, MOST_NAMED);
    const names = named.map((entry) => entry.file).join(', ') + (others.length > named.length ? ' and more' : '');
    yield {
      range: document.title?.numberRange ?? firstWords(document),
      message: `${own.number} is also the number of ${names}. The next free one is ${shelf.highest + 1}.`,
      related: named.map((entry) => ({
        file: entry.file,
        range: { start: 0, end: 0 },
        message: 'This one has the same number.',
      })),
    };
  },
};

/** The first of many say enough: a folder where all have one number must not list each beside each. */
const MOST_NAMED = 10;

function firstOthers(own: CorpusEntry, same: readonly CorpusEntry[]): CorpusEntry[] {
  const others: CorpusEntry[] = [];
  for (const entry of same) {
    if (entry !== own && !isDisputed(entry)) others.push(entry);
    if (others.length > MOST_NAMED) break;
  }
  return others;
}

/** Its title says another number than its file name: one wrong number is one problem, and `number-mismatch` tells it. */
function isDisputed({ file, number }: CorpusEntry): boolean {
  const named = fileNumber(file);
  return named !== undefined && named !== number;
}
