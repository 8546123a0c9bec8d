import type { Rule } from './rule.ts';

/** The status in another case than the format writes it: `accepted` where it is `Accepted`. */
export const statusCase: Rule = {
  code: 'KP203',
  name: 'status-case',
  class: 'structural',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'The status is written in another case than the format asks.',
  *check(document, { profile }) {
    const { status } = document.metadata;
    const wanted = status && profile.statuses?.find((word) => word.toLowerCase() === status.word);
    if (!status || !wanted) return;
    const written = document.slice(status.wordRange);
    if (written === wanted || written.toLowerCase() !== wanted.toLowerCase()) return;
    yield {
      range: status.wordRange,
      message: `This format writes "${wanted}".`,
      fix: { title: `Change to "${wanted}"`, kind: 'safe', edits: [{ range: status.wordRange, text: wanted }] },
    };
  },
};
