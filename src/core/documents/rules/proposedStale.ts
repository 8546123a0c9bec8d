import { daysBetween, isOpen } from './lifecycle.ts';
import type { Rule } from './rule.ts';

/** Proposed for half a year: either it was decided and nobody wrote it down, or it can be withdrawn. */
export const proposedStale: Rule = {
  code: 'KP607',
  name: 'proposed-stale',
  class: 'structural',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'The document has been proposed for more than 180 days.',
  *check(document, { today }) {
    const { status, date } = document.metadata;
    const age = daysBetween(date?.iso, today);
    if (!status || !isOpen(document) || age === undefined || age <= 180) return;
    yield { range: status.wordRange, message: `Proposed ${age} days ago. Decide it, or withdraw it.` };
  },
};
