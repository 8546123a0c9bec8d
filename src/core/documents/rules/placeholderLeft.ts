import type { TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import { meaningOf } from '../model/vocabulary.ts';
import type { Rule } from './rule.ts';

/** What templates leave for the author to replace: braces or brackets around words, never in code. */
const BRACKETED =
  /\{(?!\{)(?<braced>\p{L}[\p{L}\p{N} ,.'’/_-]{2,80})\}|\[(?:option|title|alternative|decision|driver|name|your|insert|describe|example|argument)\b[^\]\n]{0,60}\](?![([:])/giu;
/** Braces also hold sets and shorthand (`{h-1}`, `{MIN, MAX}`): only a template's own noun, or a phrase, is a placeholder. */
const NOUN =
  /^(?:title|name|date|author|status|number|option|driver|decision|context|problem|reason|link|description|argument|example)s?\b/i;
const PHRASE = /^(?=.*\p{Ll})[\p{L}\p{N}’'-]{2,}(?: [\p{L}\p{N}’'/-]+)+$/u;

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
    const menu = findMenu(document);
    if (menu)
      yield { range: menu, message: `"${document.slice(menu)}" is from the template. Keep the status that holds.` };
    for (const { words, at } of readText(document)) {
      for (const pattern of [BRACKETED, BARE, SENTENCE]) {
        for (const { index, 0: placeholder, groups } of words.matchAll(pattern)) {
          const braced = groups?.braced;
          if (braced !== undefined && !NOUN.test(braced) && !PHRASE.test(braced)) continue;
          const start = at + index;
          if (start === menu?.start) continue;
          yield {
            range: { start, end: start + placeholder.length },
            message: `"${placeholder}" is from the template. Replace it, or remove it.`,
          };
        }
      }
    }
  },
};

/** Brackets around statuses to choose from, `[Proposed | Accepted | Rejected]`, on the line that states one. */
function findMenu({ metadata, text }: DesignDocument): TextRange | undefined {
  const { status } = metadata;
  if (!status || status.form === 'table') return undefined;
  const from = text.lastIndexOf('\n', status.valueRange.start - 1) + 1;
  const stop = text.indexOf('\n', from);
  for (const { index, 0: menu } of text.slice(from, stop < 0 ? text.length : stop).matchAll(MENU)) {
    const choices = menu
      .slice(1, -1)
      .split(/[|/]/)
      .map((choice) => choice.trim().toLowerCase());
    if (choices.filter((choice) => meaningOf(choice)).length > 1)
      return { start: from + index, end: from + index + menu.length };
  }
  return undefined;
}

const MENU = /\[[^[\]\n]{3,200}\](?![([:])|\{[^{}\n]{3,200}\}/g;

/** The prose, and the headings, which are none; code in them is blanked. */
function* readText({ prose, title, allSections, text }: DesignDocument): Iterable<{ words: string; at: number }> {
  yield { words: prose, at: 0 };
  for (const { start, end } of [...(title ? [title.range] : []), ...allSections.map(({ words }) => words)]) {
    const words = text.slice(start, end);
    if (/[{[]/.test(words)) yield { words: words.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)), at: start };
  }
}
