import { itemsOf } from '../model/shape.ts';
import { toName } from '../model/words.ts';
import type { Rule } from './rule.ts';
import { closest } from '../../text/spelling.ts';

const CHOSEN = /chosen option\s*:\s*["“'*_`[]*([^\n"”]{3,120}?)["”'*_`\]]*\s*(?:,|\.|$|\bbecause\b|\n)/i;

/** The outcome names an option that the list does not have. */
export const chosenNotListed: Rule = {
  code: 'KP505',
  name: 'chosen-not-listed',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'The chosen option is not among the considered ones.',
  *check(document, { section }) {
    // Only a list of all options has the chosen one in it; a list of alternatives has the others.
    const options = section('options');
    const outcome = section('decision');
    if (!options || !outcome) return;
    const chosen = CHOSEN.exec(document.slice(outcome.range));
    if (!chosen) return;
    const written = itemsOf(document.text, options).map(({ form, marker, words }) =>
      document.slice(form === 'section' ? marker : words),
    );
    const listed = written.map(bare);
    const name = bare(chosen[1]!);
    if (listed.length < 2 || name === '' || listed.some((option) => isSame(option, name))) return;
    const meant = written[listed.indexOf(closest(name, listed, name.length < 8 ? 1 : 2) ?? '')];
    const start = outcome.range.start + chosen.index + chosen[0].indexOf(chosen[1]!);
    const range = { start, end: start + chosen[1]!.length };
    yield {
      range,
      message: `"${chosen[1]}" is not among the considered options. Name it there, or correct it here.`,
      // "React" and "Preact" are one letter apart: which of them was chosen is for the author to say.
      ...(meant && { fix: { title: `Change to "${meant}"`, kind: 'scaffold', edits: [{ range, text: meant }] } }),
    };
  },
};

const bare = (words: string) =>
  toName(words)
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/^option \w+ /, '')
    .trim();

/** Authors shorten: half of the longer words in common is the same option. */
function isSame(option: string, chosen: string): boolean {
  if (option.includes(chosen) || chosen.includes(option)) return true;
  const words = chosen.split(' ').filter((word) => word.length > 2);
  const shared = words.filter((word) => option.includes(word));
  return words.length === 0 || shared.length * 2 >= words.length;
}
