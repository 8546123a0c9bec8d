import { remarksOf } from './reviewLabel.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';
import { isEnglish } from '../model/english.ts';

const REASON =
  /\b(?:because|since|so that|so\b|otherwise|or else|would|could|can|will|breaks?|fails?|leaks?|loses?|leads? to|means|when|if|until|without|never|lets?|allows?)\b|\?|→|=>/i;

/** A remark that must or should be heeded, and does not say why. */
export const remarkNoReason: Rule = {
  code: 'KP942',
  name: 'remark-without-reason',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'A blocking remark or a suggestion gives no reason.',
  *check(document, context) {
    for (const { item, words, label } of remarksOf(document, context))
      if ((label === 'BLOCKING' || label === 'SUGGESTION') && !REASON.test(words) && isEnglish(document))
        yield {
          range: firstLine(document.text, item.words),
          message: 'Say why: what happens if it stays as it is?',
        };
  },
};
