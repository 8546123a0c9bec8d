import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import { headingSpellings, isKnownHeading, otherNumber } from '../model/vocabulary.ts';
import type { ProfileSection } from '../profiles/profile.ts';
import { lookUp } from '../../lookUp.ts';
import { renameHeading } from './renameHeading.ts';
import { closest, isSlip } from '../../text/spelling.ts';
import type { Rule, RuleContext } from './rule.ts';

/** A heading that is a letter or two away from one the format has, which is missing: `Consequenses`. */
export const sectionMisspelt: Rule = {
  code: 'KP305',
  name: 'section-misspelt',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A heading looks like a misspelt one of the format.',
  *check(document, context) {
    for (const { section, wanted, spelling } of misspeltIn(document, context)) {
      const { words, heading, name } = section;
      const text = spelling === wanted.heading.toLowerCase() ? wanted.heading : sentenceCase(spelling);
      const fix = renameHeading(document, section, { heading: text, title: `Change to "${text}"` }, context);
      yield {
        range: words,
        message: `"${heading}" is probably meant to be "${text}".`,
        fix: isSlip(name, spelling) ? fix : { ...fix, kind: 'scaffold' },
      };
    }
  },
};

/** Whether a missing section is there under a misspelt heading, which is then what is reported. */
export function isMisspelt(document: DesignDocument, context: RuleContext, key: string): boolean {
  return context.isOn(sectionMisspelt) && misspeltIn(document, context).some(({ wanted }) => wanted.key === key);
}

interface Misspelt {
  readonly section: Section;
  readonly wanted: ProfileSection;
  readonly spelling: string;
}

/** Every rule about missing sections asks, so it is looked for once in a check. */
function misspeltIn(document: DesignDocument, context: RuleContext): readonly Misspelt[] {
  let found = misspeltByCheck.get(context);
  if (!found) misspeltByCheck.set(context, (found = [...findMisspelt(document, context)]));
  return found;
}

const misspeltByCheck = new WeakMap<RuleContext, readonly Misspelt[]>();

function* findMisspelt(document: DesignDocument, { profile, section: find }: RuleContext): Iterable<Misspelt> {
  const missing = (profile.sections ?? []).filter(({ key }) => !find(key));
  if (missing.length === 0) return;
  for (const section of document.allSections) {
    const { name, kind } = section;
    if (kind === 'label' || name.length < 6 || isKnownHeading(name) || isKnownHeading(otherNumber(name))) continue;
    for (const wanted of missing) {
      const spelling = spellingNear(name, wanted);
      if (spelling === undefined) continue;
      yield { section, wanted, spelling };
      break;
    }
  }
}

function spellingNear(name: string, wanted: ProfileSection): string | undefined {
  const own = wanted.heading.toLowerCase();
  const spellings = [own, ...(lookUp(headingSpellings, wanted.key) ?? []).filter((known) => known !== own)];
  // Few people misspell the first letter, and asking for it makes the rest cheap. "Solution B" is another heading.
  const alike = spellings.filter(
    (known) => known.length > 5 && known[0] === name[0] && !` ${name} `.includes(` ${known} `),
  );
  return closest(name, alike, 2);
}

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
