import type { TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import type { ProfileSection } from '../profiles/profile.ts';
import { firstWords } from '../schema/place.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { lineEndOf } from './textTools.ts';

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
      if (!missing) return undefined;
      const { heading } = missing;
      return {
        range: firstWords(document),
        message: `The section "${heading}" is missing.`,
        fix: {
          title: `Insert "${heading}"`,
          kind: 'scaffold',
          edits: [{ range: placeFor(missing, document, context), text: toText(missing, document) }],
        },
      };
    },
  },
};

/** A form of the author's own must have at least one of the profile's sections. */
function explainNone(document: DesignDocument, { profile }: RuleContext): Finding {
  const names = (profile.sections ?? []).filter(({ optional }) => !optional).map(({ heading }) => `"${heading}"`);
  return { range: firstWords(document), message: `None of the sections ${names.join(', ')} is here, by any name.` };
}

/** Behind the nearest section that comes before it in the profile; at the end when there is none. */
function placeFor(missing: ProfileSection, { text }: DesignDocument, { profile, section }: RuleContext): TextRange {
  const order = profile.sections ?? [];
  for (let index = order.indexOf(missing) - 1; index >= 0; index--) {
    const before = section(order[index]!.key);
    if (before) return { start: before.range.end, end: before.range.end };
  }
  const end = text.trimEnd().length;
  return { start: end, end };
}

/** The new section looks like those that are there: a heading of their level, or a bold label. */
function toText({ heading, guidance = '' }: ProfileSection, { sections, text }: DesignDocument): string {
  const lineEnd = lineEndOf(text);
  if (sections[0]?.kind === 'label')
    return `${lineEnd}${lineEnd}**${heading}:**${guidance ? ` <!-- ${guidance} -->` : ''}`;
  const level = sections[0]?.level ?? 2;
  const lines = ['', '', `${'#'.repeat(level)} ${heading}`, ...(guidance ? ['', `<!-- ${guidance} -->`] : [])];
  return lines.join(lineEnd);
}
