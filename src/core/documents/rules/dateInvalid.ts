import type { Rule } from './rule.ts';

/** A day the calendar does not have: `2024-02-30`, `016-08-2018`. */
export const dateInvalid: Rule = {
  code: 'KP208',
  name: 'date-invalid',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'A date names a day that does not exist.',
  *check(document) {
    for (const { dateRange, format } of document.metadata.dates) {
      if (format === 'impossible')
        yield {
          range: dateRange,
          message: `There is no day "${document.slice(dateRange)}". Correct it, as YYYY-MM-DD.`,
        };
    }
  },
};
