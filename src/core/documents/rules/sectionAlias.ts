import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import { headingSpellings } from '../model/vocabulary.ts';
import type { Profile, ProfileSection } from '../profiles/profile.ts';
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
    for (const wanted of profile.sections ?? []) {
      const { key, heading } = wanted;
      const found = section(key);
      if (!found || found.kind === 'label' || found.name === heading.toLowerCase()) continue;
      yield {
        range: found.words,
        message: `This format calls the section "${heading}".`,
        ...(canTake(wanted, found, document, profile) && {
          fix: renameHeading(document, found, { heading, title: `Rename to "${heading}"` }, context),
        }),
      };
    }
  },
};

/**
 * Whether the house name would say the same and be the only one: "Decision: use queues" says more than "Decision", and
 * where two sections count as one, it is the author who knows which of them is meant.
 */
function canTake(
  { key, like = [key], aliases = [] }: ProfileSection,
  found: Section,
  document: DesignDocument,
  profile: Profile,
) {
  const { name } = found;
  const isSpelling = aliases.includes(name) || like.some((known) => headingSpellings[known]?.includes(name));
  return isSpelling && document.allSections.every((other) => other === found || !profile.keysOf(other).includes(key));
}
