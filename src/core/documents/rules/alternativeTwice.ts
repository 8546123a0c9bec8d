import { itemsOf, type Item } from '../model/shape.ts';
import type { DesignDocument } from '../model/document.ts';
import { toName } from '../model/words.ts';
import { findOptions } from './options.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';

/** The same option twice in the list. */
export const alternativeTwice: Rule = {
  code: 'KP504',
  name: 'alternative-twice',
  class: 'structural',
  severity: { automatic: 'info', strict: 'info' },
  summary: 'The same alternative is listed twice.',
  *check(document, context) {
    const alternatives = findOptions(context);
    if (!alternatives) return;
    const seen = new Set<string>();
    for (const item of itemsOf(document.text, alternatives)) {
      const name = nameOf(document, item);
      if (name.length > 3 && !REPEATED.test(name) && seen.has(name))
        yield {
          range: firstLine(document.text, item.form === 'section' ? item.marker : item.words),
          message: 'This option is listed above already: keep one of the two.',
        };
      seen.add(name);
    }
  },
};

/** Sub-headings that every option has. */
const REPEATED =
  /^(?:pros?|cons?|pros and cons|advantages?|disadvantages?|drawbacks?|benefits?|costs?|risks?|examples?|summary|details?|notes?)$/;

/** What is longer is no name of an option. */
const LONGEST = 500;

/** The option alone: up to the dash behind which the reasons begin, without the word "Alternative" in front. */
function nameOf(document: DesignDocument, { form, marker, words }: Item): string {
  const text = document.slice(form === 'section' || form === 'row' ? marker : words);
  // Bounded on both sides: a page of spaces must not be tried from each of them.
  const [first = ''] = text.slice(0, LONGEST).split(/\r?\n|\s[—–-]\s|\s{0,3}[:;,(]?\s{0,3}\brejected\b/i);
  return toName(first.replace(/^[*_\s]*(?:alternative|option)\s*\w*\s*[:.—–-]\s+/i, ''));
}
