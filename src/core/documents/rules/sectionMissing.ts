import type { DesignDocument } from '../model/document.ts';
import { firstWords } from '../schema/place.ts';
import { insertFix, insertFixFor } from './insertSections.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { isMisspelt } from './sectionMisspelt.ts';

/**
 * A section the profile's schema requires is not there, under any of its spellings.
 *
 *     # ADR-017: Use PostgreSQL        <- reported here: what is missing has no words of its own
 *     ## Context
 *     ## Decision
 *                                      <- "## Revisit When" is offered here
 */
export const sectionMissing: Rule = {
  code: 'KP301',
  name: 'section-missing',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A section the format requires is missing.',
  schema: {
    handles: ({ path, keyword }) =>
      path[0] === 'sections' && path.length === 1 && (keyword === 'required' || keyword === 'anyOf'),
    explain({ keyword, params }, document, context) {
      if (keyword === 'anyOf') return explainNone(document, context);
      const missing = context.profile.sections?.find(({ key }) => key === params.missingProperty);
      if (!missing || isMisspelt(document, context, missing.key)) return undefined;
      return {
        range: firstWords(document),
        message: `The section "${missing.heading}" is missing.`,
        ...insertFixFor(missing.key, document, context),
      };
    },
  },
};

/** Whether the format's schema requires a section, so that this rule speaks when it is missing. */
export function isRequired({ profile, isOn }: RuleContext, key: string): boolean {
  const { properties } = profile.schema as { properties?: { sections?: { required?: readonly string[] } } };
  return isOn(sectionMissing) && properties?.sections?.required?.includes(key) === true;
}

/** A form of the author's own must have at least one of the profile's sections. */
function explainNone(document: DesignDocument, context: RuleContext): Finding {
  const usual = (context.profile.sections ?? []).filter(({ optional }) => !optional);
  const names = usual.map(({ heading }) => `"${heading}"`);
  const fix = insertFix(usual, document, context);
  return {
    range: firstWords(document),
    message: `None of the sections ${names.join(', ')} is here, by any name.`,
    ...(fix && { fix }),
  };
}
