import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine } from './textTools.ts';

/** The roadmap's form: `A. Use X — rejected: reason`. A hyphen or an en dash before it is fine. */
const LITERAL = /(?:—|–|-|:|;|,|\()\s*rejected\s*(?:because|as|since|:|—|–|-)\s*\S/i;

/**
 * An option that was not taken, without why. The reason is what the next reader comes for.
 *
 *     A. Batch the calls — rejected: the latency stays
 *     B. Move it to a function        <- reported here
 */
export const alternativeNoReason: Rule = {
  code: 'KP502',
  name: 'alternative-no-reason',
  class: 'structural',
  severity: { automatic: 'off', strict: 'error' },
  summary: 'An alternative does not say why it was rejected.',
  *check(document, { section }) {
    const alternatives = section('alternatives');
    if (!alternatives) return;
    for (const item of itemsOf(document.text, alternatives)) {
      if (LITERAL.test(document.slice(item.words))) continue;
      const line = firstLine(document.text, item.words);
      yield {
        range: line,
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
