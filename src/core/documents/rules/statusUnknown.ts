import { closest } from './textTools.ts';
import type { Rule } from './rule.ts';

const common = [
  'Proposed',
  'Draft',
  'In Review',
  'Accepted',
  'Approved',
  'Implemented',
  'Rejected',
  'Deprecated',
  'Superseded',
  'Withdrawn',
];

/**
 * The status is a word nobody knows, or one this format does not have.
 *
 *     ## Date: 2024-01-10 | Status: Acepted
 *                                   ^^^^^^^  "Accepted" is one letter away: a safe fix
 */
export const statusUnknown: Rule = {
  code: 'KP202',
  name: 'status-unknown',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'The status is not a word that tools and readers know.',
  *check({ metadata }, { profile }) {
    const { status } = metadata;
    if (!status || status.word === '') return;
    const own = profile.statuses ?? [];
    const isKnown =
      own.length > 0 ? own.some((word) => word.toLowerCase() === status.word) : status.meaning !== undefined;
    if (isKnown) return;
    const wanted = own.length > 0 ? own : common;
    const meant = closest(status.word, wanted, 2);
    yield {
      range: status.wordRange,
      message: meant
        ? `"${status.word}" is not a status; "${meant}" is probably meant.`
        : `"${status.word}" is not a status here. Use one of: ${wanted.join(', ')}.`,
      ...(meant && {
        fix: { title: `Change to "${meant}"`, kind: 'safe', edits: [{ range: status.wordRange, text: meant }] },
      }),
    };
  },
};
