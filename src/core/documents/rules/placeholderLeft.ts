import type { Rule } from './rule.ts';

/** What templates leave for the author to replace. Braces and angle brackets count only around words, and never in code. */
const PLACEHOLDER =
  /\{(?!\{)[\p{L}][\p{L}\p{N} ,.'’/_-]{2,80}\}|\[(?:option|title|alternative|decision|driver|name|your|insert|describe|example|argument)\b[^\]\n]{0,60}\](?![([:])|<(?:title|option|name|date|number|author|description|insert|your)\b[^>\n]{0,40}>|\b(?:YYYY-MM-DD|DD-MM-YYYY|Lorem ipsum)\b/giu;

/** Sentences that only stand in templates. */
const TEMPLATE_SENTENCE =
  /A decision may be "?proposed"?|What is the issue that we(?:'|’)re seeing|What is the change that we(?:'|’)re proposing|What becomes easier or more difficult|One paragraph explanation of the|Why should we \*?not\*? do this\?/giu;

/** Words of the template that nobody replaced: `{driver 1}`, `[Option 1]`, `YYYY-MM-DD`. */
export const placeholderLeft: Rule = {
  code: 'KP401',
  name: 'placeholder-left',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A placeholder of the template was not replaced.',
  *check(document, { file = '' }) {
    if (/template/i.test(file)) return;
    for (const pattern of [PLACEHOLDER, TEMPLATE_SENTENCE]) {
      for (const { index, 0: words } of document.prose.matchAll(pattern)) {
        yield {
          range: { start: index, end: index + words.length },
          message: `"${words}" is from the template. Replace it, or remove it.`,
        };
      }
    }
  },
};
