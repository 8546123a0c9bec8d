import { renameHeading } from './renameHeading.ts';
import type { Rule } from './rule.ts';

/** A section under another name than this format gives it; readers and tools look for the house name. */
export const sectionAlias: Rule = {
  code: 'KP304',
  name: 'section-alias',
  class: 'structural',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'A section has another heading than the format gives it.',
  *check(document, context) {
    const { profile, section } = context;
    for (const { key, heading } of profile.sections ?? []) {
      const found = section(key);
      if (!found || found.kind === 'label' || found.name === heading.toLowerCase()) continue;
      yield {
        range: found.words,
        message: `This format calls the section "${heading}".`,
        fix: renameHeading(document, found, { heading, title: `Rename to "${heading}"` }, context),
      };
    }
  },
};
