import type { Rule } from './rule.ts';

/** A date after today: a typing error, or a promise. */
export const dateFuture: Rule = {
  code: 'KP209',
  name: 'date-future',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'The date lies in the future.',
  *check(document, { today }) {
    if (!today) return;
    // A day of grace: it is tomorrow already somewhere.
    const limit = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    for (const { iso, dateRange, label } of document.metadata.dates) {
      if (iso === undefined || iso <= limit || /review|revisit|expir|due|until|valid|target/.test(label)) continue;
      yield { range: dateRange, message: `${iso} is in the future. A decision is dated by the day it was made.` };
    }
  },
};
