import type { Rule } from './rule.ts';

/** Two sections of the same name under the same heading: a link reaches only the first. */
export const sectionTwice: Rule = {
  code: 'KP306',
  name: 'section-twice',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'Two sections beside each other have the same name.',
  *check(document, { file = '', profile }) {
    const named = new Set((profile.sections ?? []).map(({ key }) => key));
    const seen = new Map<string, (typeof document.allSections)[number]>();
    for (const section of document.allSections) {
      // Only the format's own sections: options and phases repeat "Pros" and "Steps" on purpose.
      if (section.parent || section.kind === 'label' || !profile.keysOf(section).some((key) => named.has(key)))
        continue;
      const first = seen.get(section.name);
      if (!first) seen.set(section.name, section);
      else
        yield {
          range: section.words,
          message: `There is a section "${section.heading}" above already. Join them, or give this one a name of its own.`,
          related: [{ file, range: first.words, message: 'The first one is here.' }],
        };
    }
  },
};
