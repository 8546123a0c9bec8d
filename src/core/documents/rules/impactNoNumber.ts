import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';

/**
 * An impact nobody can hold against what happened, or one without a risk.
 *
 *     - Labels an hour: 900 → 3,500
 *     - Risk: one jam stops the whole batch
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
        message: 'The impact has no number. Say from what to what: "labels an hour: 900 → 3,500".',
      };
    if (
      !/\b(?:risks?|risiko\w*|risiken|risques?|riesgos?|rischi\w?|riscos?|risico\w*|ryzyk\w*)\b|риск|风险|リスク|위험/iu.test(
        words,
      )
    )
      yield {
        range: impact.words,
        message: 'The impact names no risk. Say what could go wrong, in a line that begins with "Risk:".',
      };
  },
};
