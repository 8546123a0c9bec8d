import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine } from './textTools.ts';

/** A threshold, a date or a version: something to look up. */
const MEASURABLE = /\d|[<>≥≤]|\b(?:once|twice|doubles?|halves|zero|one|two|three|four|five|ten|half|quarter)\b/iu;
/** A judgement that two people will not make on the same day. */
const EVALUATIVE =
  /\b(?:unacceptabl[ey]|inadequate|insufficient(?:ly)?|enough|too\s+\p{L}+|poor(?:ly)?|slow(?:er|ly)?|large|big|high|low|significant(?:ly)?|many|much|often|needed|necessary|better|worse|appropriate|painful|problematic|bad)\b/iu;

/**
 * A trigger to revisit the decision that nobody can check. A threshold, a date or a named event will do; a judgement
 * without a number will not.
 *
 *     - A label takes more than 8 s for one customer in 20     a threshold
 *     - The vendor ends support for version 3                  an event
 *     - Performance becomes unacceptable                       <- reported here
 */
export const revisitNotMeasurable: Rule = {
  code: 'KP522',
  name: 'revisit-not-measurable',
  class: 'prose',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'A condition to revisit the decision cannot be checked.',
  *check(document, { section }) {
    const revisit = section('revisit');
    if (!revisit) return;
    for (const item of itemsOf(document.text, revisit)) {
      const words = document.slice(item.words);
      const vague = MEASURABLE.test(words) ? null : EVALUATIVE.exec(words);
      if (!vague) continue;
      yield {
        range: firstLine(document.text, item.words),
        message: `"${vague[0]}" is a matter of opinion. Name a threshold, a date or an event that can be checked.`,
      };
    }
  },
};
