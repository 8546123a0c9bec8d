import { toRelative } from '../corpus/paths.ts';
import { RangeSet } from '../../text/rangeSet.ts';
import type { Rule } from './rule.ts';

const REFERENCE = /(?<![\p{L}\p{N}[/-])(ADR|RFC|KEP)[- ]?0*(\d{1,5})(?![\p{L}\p{N}-]|\.\d|\])/gu;

/** "ADR-012" in the text, without a link: the reader has to search. */
export const referenceBare: Rule = {
  code: 'KP803',
  name: 'reference-bare',
  class: 'corpus',
  severity: { automatic: 'off', strict: 'hint' },
  summary: 'Another document is named by its number, without a link.',
  *check(document, { corpus, profile, own }) {
    if (!corpus || !own || (profile.kind !== 'adr' && profile.kind !== 'rfc')) return;
    const linked = new RangeSet(document.links.map(({ range }) => range));
    const titleEnd = document.title?.headingRange.end ?? 0;
    for (const { index, 0: words, 1: kind, 2: digits } of document.prose.matchAll(REFERENCE)) {
      const range = { start: index, end: index + words.length };
      if (index < titleEnd || linked.holds(range)) continue;
      const [target] = corpus.group(kind!.toLowerCase()).numbered(Number(digits));
      if (!target || target === own) continue;
      const text = `[${words}](${toRelative(own.file, target.file)})`;
      yield {
        range,
        message: `"${words}" is ${target.file}. A link saves the reader a search.`,
        fix: { title: 'Make it a link', kind: 'safe', edits: [{ range, text }] },
      };
    }
  },
};
