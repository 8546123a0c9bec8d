import { fileNumber } from '../corpus/summarise.ts';
import type { DesignDocument } from '../model/document.ts';
import { placeOf } from '../schema/place.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * The title is not in the format's form: `ADR-017: Use PostgreSQL`.
 *
 *     # ADR 17 - Use PostgreSQL      number and words are there: a safe fix
 */
export const titlePattern: Rule = {
  code: 'KP102',
  name: 'title-pattern',
  class: 'structural',
  severity: { automatic: 'off', strict: 'error' },
  summary: 'The title is not written as the format asks.',
  schema: {
    handles: ({ path, keyword }) => path[0] === 'title' && (keyword === 'pattern' || keyword === 'required'),
    explain(failure, document, context) {
      // A pattern asks for the number as well; one title is one problem.
      if (failure.keyword === 'required' && hasPattern(context.profile.schema)) return undefined;
      const kind = context.profile.kind.toUpperCase();
      const wanted = wantedTitle(document, context, kind);
      const range = placeOf(failure, document, context.section);
      return {
        range,
        message: `The title is not of the form "${kind}-001: Title".`,
        ...(wanted && {
          fix: {
            title: `Change to "${wanted}"`,
            kind: 'safe',
            edits: [{ range: document.title!.range, text: wanted }],
          },
        }),
      };
    },
  },
};

function wantedTitle({ title, text }: DesignDocument, { file }: RuleContext, kind: string): string | undefined {
  const number = title?.number ?? (file === undefined ? undefined : fileNumber(file));
  if (!title || number === undefined || title.text === '') return undefined;
  const words = text.slice(title.textRange.start, title.textRange.end).trim();
  return `${kind}-${String(number).padStart(3, '0')}: ${words}`;
}

function hasPattern(schema: unknown): boolean {
  const heading = ['properties', 'title', 'properties', 'heading'].reduce<unknown>(
    (part, name) => (part as Record<string, unknown> | undefined)?.[name],
    schema,
  );
  return (heading as { pattern?: unknown } | undefined)?.pattern !== undefined;
}
