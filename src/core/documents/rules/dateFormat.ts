import type { Rule } from './rule.ts';

/**
 * A real day in a form that does not sort, or that two readers read as two days.
 *
 *     Date: March 4, 2024     2024-03-04: a safe fix
 *     Date: 03/04/2024        March or April? Only the author knows
 */
export const dateFormat: Rule = {
  code: 'KP207',
  name: 'date-format',
  class: 'structural',
  severity: { automatic: 'info', strict: 'error' },
  summary: 'A date is not written as YYYY-MM-DD.',
  schema: {
    handles: ({ path, keyword }) => path.join('/') === 'metadata/date' && keyword === 'format',
    explain: () => undefined,
  },
  *check({ metadata, text }) {
    const { date } = metadata;
    if (!date || date.format === 'iso' || date.format === 'none' || date.format === 'impossible') return;
    const words = text.slice(date.dateRange.start, date.dateRange.end);
    yield date.iso
      ? {
          range: date.dateRange,
          message: `"${words}" is ${date.iso} in the form that sorts and that everybody reads alike.`,
          fix: { title: `Change to ${date.iso}`, kind: 'safe', edits: [{ range: date.dateRange, text: date.iso }] },
        }
      : { range: date.dateRange, message: `"${words}" can be read as different days. Write it as YYYY-MM-DD.` };
  },
};
