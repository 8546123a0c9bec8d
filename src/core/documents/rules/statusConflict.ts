import type { Rule } from './rule.ts';

/**
 * Two places of the header state different statuses, so each tool believes another one.
 *
 *     status: accepted            <- front matter
 *     ## Status
 *     Proposed                    <- reported here
 */
export const statusConflict: Rule = {
  code: 'KP204',
  name: 'status-conflict',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'Two places of the header state different statuses.',
  *check(document, { file = '' }) {
    const [first, ...others] = document.metadata.statuses.filter(({ meaning }) => meaning !== undefined);
    if (!first) return;
    for (const other of others) {
      if (other.meaning === first.meaning) continue;
      yield {
        range: other.wordRange,
        message: `The status is "${other.word}" here and "${first.word}" above. Keep one of them.`,
        related: [{ file, range: first.wordRange, message: `"${first.word}" is stated here.` }],
      };
    }
  },
};
