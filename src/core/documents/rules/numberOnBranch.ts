import { firstWords } from '../schema/place.ts';
import { shelfOf } from '../corpus/recordGroup.ts';
import type { Rule } from './rule.ts';

/** Another branch has given the number to another record: the merge will have two. */
export const numberOnBranch: Rule = {
  code: 'KP702',
  name: 'number-on-branch',
  class: 'corpus',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'Another branch uses the same number for another document.',
  *check(document, { corpus, own }) {
    if (!corpus || own?.number === undefined) return;
    const other = corpus.onBranches(shelfOf(own.file), own.number).find(({ file: there }) => !corpus.entry(there));
    if (other)
      yield {
        range: document.title?.numberRange ?? firstWords(document),
        message: `The branch ${other.branch} uses ${own.number} for ${other.file}. Take another number before they meet.`,
      };
  },
};
