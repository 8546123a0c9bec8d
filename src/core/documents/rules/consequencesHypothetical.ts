import type { Rule } from './rule.ts';
import { daysBetween, isInForce } from './lifecycle.ts';
import { lineEndOf } from '../../text/lines.ts';

const HYPOTHETICAL =
  /\b(?:will|would|should|could|may|might|expect(?:s|ed)?|likely|probably|hope(?:fully)?|anticipate[sd]?)\b/i;
const OBSERVED =
  /\b(?:observed|measured|since|fell|rose|grew|dropped|went|became|took|saw|found|turned out|reduced|increased|happened|was|were|has|have|had|now)\b|\d{4}-\d{2}/i;

/** A verb behind these is expected, whatever its form: "will have", "would be reduced", "should now". A "May" is a month. */
const EXPECTED_VERB =
  /\b(?:will|would|should|could|may|might|can|shall|to)(?:\s+(?:not|now|also|then|still|soon|be|have|been))*(?:\s+[a-z]+)?|\bha(?:ve|s) to\b/g;

/**
 * A decision in force for months, and its consequences are still only expected. The growth path asks what was seen.
 *
 *     Deployments will become easier.                                <- reported, 90 days after acceptance
 *     Deployments went from 40 to 12 minutes (measured 2026-05-04).  fine
 */
export const consequencesHypothetical: Rule = {
  code: 'KP511',
  name: 'consequences-hypothetical',
  class: 'prose',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'Consequences are expected, not observed, though the decision is old enough.',
  *check(document, { section, today }) {
    const consequences = section('consequences');
    const age = daysBetween(document.metadata.date?.iso, today);
    if (!consequences || !isInForce(document) || age === undefined || age < 90) return;
    const words = document.prose.slice(consequences.headingRange.end, consequences.range.end);
    if (OBSERVED.test(words.replace(EXPECTED_VERB, '')) || !HYPOTHETICAL.test(words)) return;
    const { end } = consequences.range;
    const br = lineEndOf(document.text);
    const text = `${br}${br}${'#'.repeat(Math.min(6, consequences.level + 1))} Observed (${today})${br}${br}- `;
    yield {
      range: consequences.words,
      message: `In force for ${age} days, and these consequences are all expected. Add what was observed, with dates and numbers.`,
      fix: { title: 'Add "Observed"', kind: 'scaffold', edits: [{ range: { start: end, end }, text }] },
    };
  },
};
