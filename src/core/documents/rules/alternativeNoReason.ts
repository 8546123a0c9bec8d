import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';
import { isEnglish } from '../model/english.ts';

/** The roadmap's form: `A. Print at night — rejected: parcels leave at noon`. A hyphen before it is fine, and so are other languages. */
const LITERAL =
  /(?:—|–|-|:|;|,|\(|\*)\s*(?:rejected|declined|discarded|abgelehnt|verworfen|rejetée?|écartée?|rechazad[oa]|descartad[oa]|rejeitad[oa]|rifiutat[oa]|scartat[oa]|afgewezen|odrzucon[ya]|отклонен[оаы]?|отклонено|却下|不采用|拒绝)\*{0,2}\s*(?:because|as|since|weil|car|porque|:|：|—|–|-)\s*\S/iu;

/** In formats without that form any ground will do: a because, a but, a lack. */
const GROUND =
  /\b(?:because|since|due to|as it|but|however|although|though|would|too|lacks?|lacking|missing|without|not?|never|cannot|can't|doesn't|don't|isn't|won't|only|cons?|cost\w*|slow\w*|hard\w*|complex\w*|risk\w*|bad|drawbacks?|disadvantages?|require[sd]?|needs?)\b|n't\b/i;

/**
 * An option that was not taken, without why. The reason is what the next reader comes for.
 *
 *     A. Print one by one — rejected: the printer rests 4 s between labels
 *     B. Print at night        <- reported here
 */
export const alternativeNoReason: Rule = {
  code: 'KP502',
  name: 'alternative-no-reason',
  class: 'structural',
  severity: { automatic: 'off', strict: 'error' },
  summary: 'An alternative does not say why it was rejected.',
  *check(document, { section, profile }) {
    const alternatives = section('alternatives');
    if (!alternatives) return;
    // Elsewhere the reasons may stand in a section of their own.
    if (!profile.strict && (section('pros-cons') || !isEnglish(document))) return;
    const reason = profile.strict ? LITERAL : GROUND;
    for (const item of itemsOf(document.text, alternatives)) {
      const words = document.slice(item.words);
      if (LITERAL.test(words) || reason.test(words)) continue;
      const line = firstLine(document.text, item.words);
      yield {
        range: line,
        ...(!profile.strict && { severity: 'warning' as const }),
        message: 'This alternative does not say why it was rejected. End it with "— rejected: " and the reason.',
        fix: {
          title: 'Add "— rejected: "',
          kind: 'scaffold',
          edits: [{ range: { start: line.end, end: line.end }, text: ' — rejected: ' }],
        },
      };
    }
  },
};
