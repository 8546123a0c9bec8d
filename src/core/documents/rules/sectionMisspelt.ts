import { headingSpellings, isKnownHeading } from '../model/vocabulary.ts';
import { closest } from './textTools.ts';
import type { Rule } from './rule.ts';

/** A heading that is a letter or two away from one the format has, which is missing: `Consequenses`. */
export const sectionMisspelt: Rule = {
  code: 'KP305',
  name: 'section-misspelt',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'A heading looks like a misspelt one of the format.',
  *check(document, { profile, section }) {
    const missing = (profile.sections ?? []).filter(({ key }) => !section(key));
    if (missing.length === 0) return;
    for (const { name, words, heading, kind } of document.allSections) {
      if (kind === 'label' || name.length < 6 || isKnownHeading(name)) continue;
      const near = missing
        .map((wanted) => {
          const own = wanted.heading.toLowerCase();
          const spellings = [own, ...(headingSpellings[wanted.key] ?? []).filter((known) => known !== own)];
          // Few people misspell the first letter, and asking for it makes the rest cheap.
          const alike = spellings.filter((known) => known.length > 5 && known[0] === name[0]);
          return { wanted, spelling: closest(name, alike, 2) };
        })
        .find(({ spelling }) => spelling !== undefined);
      if (!near) continue;
      const text =
        near.spelling === near.wanted.heading.toLowerCase() ? near.wanted.heading : sentenceCase(near.spelling!);
      yield {
        range: words,
        message: `"${heading}" is probably meant to be "${text}".`,
        fix: { title: `Change to "${text}"`, kind: 'safe', edits: [{ range: words, text }] },
      };
    }
  },
};

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
