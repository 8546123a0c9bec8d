import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine, isEnglish } from './textTools.ts';

const BOTH_SIDES =
  /\baccept\w*\b|\bcost\w*\b|\bbut\b|\bat the (?:cost|expense|price) of\b|\bin exchange\b|\binstead of\b|\brather than\b|\bgive up\b|\blose\w*\b|→|\bover\b|\bagainst\b|\bvs\.?\b|\bhowever\b|\bwithout\b|\bmore\b|\bless\b|\bno longer\b|\brisk\w*\b/i;

/** A trade-off with one side: "By choosing X, I accept Y" has two. */
export const tradeOffVague: Rule = {
  code: 'KP514',
  name: 'trade-off-one-sided',
  class: 'prose',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'A trade-off names what was gained or what was given up, not both.',
  *check(document, { section }) {
    const tradeOffs = section('trade-offs');
    if (!tradeOffs || !isEnglish(document)) return;
    for (const item of itemsOf(document.text, tradeOffs)) {
      if (item.form === 'section' || item.form === 'row' || BOTH_SIDES.test(document.slice(item.words))) continue;
      yield {
        range: firstLine(document.text, item.words),
        message: 'A trade-off has two sides. Write it as "By choosing X, we accept Y".',
      };
    }
  },
};
