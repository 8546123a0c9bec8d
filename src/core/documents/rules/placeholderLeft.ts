import type { Rule } from './rule.ts';

/** What templates leave for the author to replace. Braces and angle brackets count only around words, and never in code. */
const BRACKETED =
  /\{(?!\{)\p{L}[\p{L}\p{N} ,.'’/_-]{2,80}\}|\[(?:option|title|alternative|decision|driver|name|your|insert|describe|example|argument)\b[^\]\n]{0,60}\](?![([:])|<(?:title|option|name|date|number|author|description|insert|your)\b[^>\n]{0,40}>/giu;

/** Words that only stand in templates. Apart from the above and in one case only: so a long text is passed over quickly. */
const BARE = /\bYYYY-MM-DD\b|\bDD-MM-YYYY\b|\bLorem ipsum\b/g;
const SENTENCE =
  /A decision may be "?[Pp]roposed"?|What is the issue that we['’]re seeing|What is the change that we['’]re proposing|What becomes easier or more difficult|One paragraph explanation of the|Why should we \*?not\*? do this\?/g;

/** Words of the template that nobody replaced: `{driver 1}`, `[Option 1]`, `YYYY-MM-DD`. */
export const placeholderLeft: Rule = {
  code: 'KP401',
  name: 'placeholder-left',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A placeholder of the template was not replaced.',
  *check(document, { file = '' }) {
    if (/template/i.test(file)) return;
    for (const pattern of [BRACKETED, BARE, SENTENCE]) {
      for (const { index, 0: words } of document.prose.matchAll(pattern)) {
        yield {
          range: { start: index, end: index + words.length },
          message: `"${words}" is from the template. Replace it, or remove it.`,
        };
      }
    }
  },
};
