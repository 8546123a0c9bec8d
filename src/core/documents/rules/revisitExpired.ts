import { readMeaning } from './lifecycle.ts';
import type { Rule } from './rule.ts';

const DAY = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/g;

/** Before the day of something that happened: “114 a second (on 2026-02-13)”, “after the change of 2025-10-18”. */
const PAST = /(?:\([^()\n]*|\b(?:of|since|from|between|measured on|seen on|was|were)\s+)$/i;

/** The day to look at the decision again has passed. */
export const revisitExpired: Rule = {
  code: 'KP523',
  name: 'revisit-expired',
  class: 'structural',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'The day to revisit the decision has passed.',
  *check(document, { section, today }) {
    const meaning = readMeaning(document);
    if (!today || (meaning !== 'accepted' && meaning !== 'implemented' && meaning !== 'proposed')) return;
    const places = document.metadata.statements
      .filter(({ field }) => field === 'review')
      .map(({ valueRange }) => valueRange);
    const revisit = section('revisit');
    if (revisit) places.push({ start: revisit.headingRange.end, end: revisit.range.end });
    for (const { start, end } of places) {
      for (const { index, 0: day } of document.prose.slice(start, end).matchAll(DAY)) {
        if (day >= today || Number.isNaN(Date.parse(day))) continue;
        if (PAST.test(document.prose.slice(start, start + index))) continue;
        yield {
          range: { start: start + index, end: start + index + day.length },
          message: `${day} has passed. Look at the decision again, and say what came of it.`,
        };
      }
    }
  },
};
