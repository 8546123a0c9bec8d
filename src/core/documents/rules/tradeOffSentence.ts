import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';
import { isEnglish } from '../model/english.ts';

const SENTENCE =
  /\bby\s+(?:choosing|taking|using|picking|keeping)\s+(?<chosen>[^,;]+?)[,;]?\s+(?:I|we)(?:['’]m|['’]re|\s+am|\s+are)?\s+accept(?:ing)?\s+(?:that\s+)?(?<price>\S.*?)[.!]?\s*$/is;

/** A trade-off whose price is not said, or is no price: "By choosing a cache, I accept a cache". */
export const tradeOffSentence: Rule = {
  code: 'KP943',
  name: 'trade-off-sentence',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'A trade-off does not name what was chosen and what was accepted for it.',
  *check(document, { profile, section }) {
    const sentences = profile.sections?.some(({ key }) => key === 'sentences') ? section('sentences') : undefined;
    if (!sentences || !isEnglish(document)) return;
    for (const item of itemsOf(document.text, sentences)) {
      const range = firstLine(document.text, item.words);
      const words = document.slice(item.words);
      if (!SENTENCE.test(words)) yield { range, message: 'Write it as “By choosing X, I accept Y”.' };
      else if (!readTradeOff(words))
        yield { range, message: 'Name the price: what is worse now, for whom, by how much?' };
    }
  },
};

/** Both sides of “By choosing X, I accept Y”; undefined when one is missing, or the price is no other than the choice. */
export function readTradeOff(text: string): { readonly chosen: string; readonly price: string } | undefined {
  const { chosen, price } = SENTENCE.exec(text)?.groups ?? {};
  if (chosen === undefined || price === undefined) return undefined;
  const isPrice = toWords(price).length >= 2 && !toWords(price).every((word) => toWords(chosen).includes(word));
  return isPrice ? { chosen, price } : undefined;
}

const toWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
