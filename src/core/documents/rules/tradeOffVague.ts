import type { TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';
import { isEnglish } from '../model/english.ts';

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
    for (const words of findOneSided(document, tradeOffs))
      yield {
        range: firstLine(document.text, words),
        message: 'A trade-off has two sides. Write it as "By choosing X, we accept Y".',
      };
  },
};

/** Each item with one side; where nothing is listed, the first paragraph, when no other has both sides. */
function findOneSided(document: DesignDocument, tradeOffs: Section): readonly TextRange[] {
  const isOneSided = (words: TextRange) => !BOTH_SIDES.test(document.slice(words));
  const items = itemsOf(document.text, tradeOffs);
  if (items.length > 0)
    return items
      .filter(({ form }) => form !== 'section' && form !== 'row')
      .map(({ words }) => words)
      .filter(isOneSided);
  const paragraphs = tradeOffs.blocks.filter(({ kind }) => kind === 'paragraph').map(({ range }) => range);
  return paragraphs.every(isOneSided) ? paragraphs.slice(0, 1) : [];
}
