import { headingSpellings, isKnownHeading } from '../model/vocabulary.ts';
import { renameHeading } from './renameHeading.ts';
import { closest } from './textTools.ts';
import type { Rule } from './rule.ts';

/** A heading that is a letter or two away from one the format has, which is missing: `Consequenses`. */
export const sectionMisspelt: Rule = {
  code: 'KP305',
  name: 'section-misspelt',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'A heading looks like a misspelt one of the format.',
  *check(document, context) {
    const { profile, section } = context;
    const missing = (profile.sections ?? []).filter(({ key }) => !section(key));
    if (missing.length === 0) return;
    for (const misspelt of document.allSections) {
      const { name, words, heading, kind } = misspelt;
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
        fix: renameHeading(document, misspelt, { heading: text, title: `Change to "${text}"` }, context),
      };
    }
  },
};

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
