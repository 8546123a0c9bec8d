import type { DesignDocument } from '../model/document.ts';
import type { Status } from '../model/statement.ts';
import { meaningOf } from '../model/vocabulary.ts';
import type { RuleContext } from './rule.ts';
import { closest, isSlip } from '../../text/spelling.ts';
import { isEnglish } from '../model/english.ts';
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
  *check(document, context) {
    const { status } = document.metadata;
    if (!status || status.word === '' || isKnown(status, document, context)) return;
    const own = context.profile.statuses ?? [];
    const wanted = own.length > 0 ? own : common;
    // A word with a meaning of its own is no misspelling: "Reverted" is not "Rejected".
    const meant = status.meaning === undefined ? closest(status.word, wanted, 2) : undefined;
    yield {
      range: status.wordRange,
      message: meant
        ? `"${status.word}" is not a status; "${meant}" is probably meant.`
        : `"${status.word}" is not a status here. Use one of: ${wanted.join(', ')}.`,
      ...(meant && {
        fix: {
          title: `Change to "${meant}"`,
          kind: isSlip(status.word, meant) ? 'safe' : 'scaffold',
          edits: [{ range: status.wordRange, text: meant }],
        },
      }),
    };
  },
};

/** The format's own word, or another one of the same meaning, such as "akzeptiert"; English that chose a format keeps its words. */
function isKnown({ word, meaning }: Status, document: DesignDocument, { profile, strict }: RuleContext): boolean {
  const own = profile.statuses ?? [];
  if (own.length === 0) return meaning !== undefined;
  if (own.some((known) => known.toLowerCase() === word)) return true;
  const isMeant = meaning !== undefined && own.some((known) => meaningOf(known.toLowerCase()) === meaning);
  return isMeant && !(strict && isEnglish(document));
}
