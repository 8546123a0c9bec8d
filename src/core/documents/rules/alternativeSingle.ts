import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';

/** One alternative is seldom all there was: doing nothing is one, too. */
export const alternativeSingle: Rule = {
  code: 'KP503',
  name: 'alternative-single',
  class: 'prose',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'Only one alternative is listed.',
  *check(document, { section }) {
    const alternatives = section('alternatives');
    if (!alternatives || itemsOf(document.text, alternatives).length !== 1) return;
    yield { range: alternatives.words, message: 'Only one alternative is listed. Was doing nothing considered?' };
  },
};
