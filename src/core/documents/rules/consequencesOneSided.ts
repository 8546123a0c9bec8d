import { countWords } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { isEnglish } from '../model/english.ts';

const COST =
  /\b(?:but|however|although|though|cost(?:s|ly)?|risks?|drawbacks?|downsides?|negative|bad|slower|harder|more complex|complexity|less|lose|loses|loss|lost|give up|trade-?offs?|accept|worse|cannot|can't|no longer|not|extra|additional|overhead|dependency|depend(?:s|ent)?|effort|burden|limit(?:s|ed|ation)?|grew|fail(?:s|ed|ure)?|migrat\w+|maintain\w*)\b/i;

/** Only benefits: every decision costs something, and the next reader needs to know what. */
export const consequencesOneSided: Rule = {
  code: 'KP512',
  name: 'consequences-one-sided',
  class: 'prose',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'The consequences name no cost.',
  *check(document, { section }) {
    const consequences = section('consequences');
    if (!consequences || section('trade-offs') || countWords(document.text, consequences) < 8) return;
    if (!isEnglish(document)) return;
    if (COST.test(document.prose.slice(consequences.headingRange.end, consequences.range.end))) return;
    yield { range: consequences.words, message: 'Only benefits are named. Say what this decision costs.' };
  },
};
