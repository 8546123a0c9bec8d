import type { DesignDocument } from '../model/document.ts';
import { itemsOf, type Item } from '../model/shape.ts';
import { firstLine } from '../../text/lines.ts';
import type { Rule, RuleContext } from './rule.ts';

/** **BLOCKING** src/cart.ts:14: … */
export const LABEL = /^[*_`[]*(BLOCKING|SUGGESTION|NIT|QUESTION)\b[*_`\]]*(?:\s*[:—–-]|\s)\s*/;

/** The remarks of a review worksheet; of any other document none. */
export function* remarksOf(
  document: DesignDocument,
  { profile, section }: RuleContext,
): Generator<{ readonly item: Item; readonly words: string; readonly label: string | undefined }> {
  const remarks = profile.sections?.some(({ key }) => key === 'remarks') ? section('remarks') : undefined;
  if (!remarks) return;
  for (const item of itemsOf(document.text, remarks)) {
    const words = document.slice(item.words);
    yield { item, words, label: LABEL.exec(words)?.[1] };
  }
}

/** A remark that does not say what is at stake: must it change, should it, may it? */
export const reviewLabel: Rule = {
  code: 'KP941',
  name: 'review-label',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'A review remark has no label that says what is at stake.',
  *check(document, context) {
    for (const { item, label } of remarksOf(document, context))
      if (label === undefined)
        yield {
          range: firstLine(document.text, item.words),
          message: 'Begin it with BLOCKING, SUGGESTION, NIT or QUESTION: the author must know what is at stake.',
        };
  },
};
