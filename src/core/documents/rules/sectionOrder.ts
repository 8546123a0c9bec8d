import type { Rule } from './rule.ts';

/** Sections in another order than readers of this format expect. */
export const sectionOrder: Rule = {
  code: 'KP303',
  name: 'section-order',
  class: 'structural',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'A section stands before one that should come first.',
  *check(_document, { profile, section }) {
    const placed = (profile.sections ?? []).flatMap(({ key, heading }) => {
      const found = section(key);
      return found ? [{ heading, found }] : [];
    });
    for (let index = 1; index < placed.length; index++) {
      const { found } = placed[index]!;
      const later = placed
        .slice(0, index)
        .find(({ found: earlier }) => earlier.range.start > found.range.start && earlier !== found);
      if (later) yield { range: found.words, message: `"${found.heading}" belongs after "${later.found.heading}".` };
    }
  },
};
