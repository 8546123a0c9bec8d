import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';

/**
 * An impact nobody can hold against what happened, or one without a risk.
 *
 *     - Expected p99: 2,400 ms -> 600 ms
 *     - Risk: failed mails become silent
 */
export const impactNoNumber: Rule = {
  code: 'KP531',
  name: 'impact-no-number',
  class: 'prose',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'The impact names no number, or no risk.',
  *check(document, { section }) {
    const impact = section('impact');
    if (!impact || itemsOf(document.text, impact).length === 0) return;
    const words = document.slice({ start: impact.headingRange.end, end: impact.range.end });
    if (!/\d/.test(words))
      yield {
        range: impact.words,
        message: 'The impact has no number. Say from what to what: "p99 from 2,400 ms to 600 ms".',
      };
    if (!/\brisks?\b/iu.test(words))
      yield {
        range: impact.words,
        message: 'The impact names no risk. Say what could go wrong, in a line that begins with "Risk:".',
      };
  },
};
