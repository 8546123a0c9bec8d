import { firstWords } from '../schema/place.ts';
import { insertFixFor } from './insertSections.ts';
import type { Rule } from './rule.ts';
import { isEnglish } from '../model/english.ts';

const ACCEPTED =
  /\b(?:trade-?offs?|in exchange|at the (?:cost|expense|price) of|by choosing\b[^.]{3,200}\baccept\w*|we accept|downside|drawback|negative consequences?)\b/i;

/** What was given up is nowhere said: "By choosing X, I accept Y". */
export const tradeOffsMissing: Rule = {
  code: 'KP513',
  name: 'trade-offs-missing',
  class: 'structural',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'The document does not say what was given up.',
  *check(document, context) {
    const { profile, section } = context;
    const isAsked = profile.sections?.some(({ key }) => key === 'trade-offs');
    if (!isAsked || section('trade-offs') || !isEnglish(document) || ACCEPTED.test(document.prose)) return;
    yield {
      range: firstWords(document),
      message: 'What was given up is not said. Write it as "By choosing X, we accept Y".',
      ...insertFixFor('trade-offs', document, context),
    };
  },
};
