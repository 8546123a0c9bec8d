import { readMeaning } from './lifecycle.ts';
import type { Rule } from './rule.ts';

const TODO = /(?<![\p{L}\p{N}_])(?:TODO|TBD|TBC|FIXME)(?![\p{L}\p{N}_])/gu;

/** Something left open. In a draft that is fine to see; an accepted document should not have it. */
export const todoLeft: Rule = {
  code: 'KP402',
  name: 'todo-left',
  class: 'structural',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'A TODO is left in the text.',
  *check(document, { strict }) {
    const isAccepted = readMeaning(document) === 'accepted';
    for (const { index, 0: word } of document.prose.matchAll(TODO)) {
      yield {
        range: { start: index, end: index + word.length },
        message: isAccepted
          ? `This is accepted, and "${word}" still stands in it. Settle it, or move it to the open questions.`
          : `"${word}" is still open.`,
        ...(isAccepted && strict && { severity: 'error' as const }),
      };
    }
  },
};
