import { placeOf } from '../schema/place.ts';
import { closest, isSlip } from '../../text/spelling.ts';
import type { Finding, Rule } from './rule.ts';

/** A field of the front matter that the format does not allow like this: wrong type, unknown word, missing. */
export const frontMatterSchema: Rule = {
  code: 'KP002',
  name: 'front-matter-schema',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A field of the front matter is not what the format asks for.',
  schema: {
    handles: ({ path }) => path[0] === 'frontMatter',
    explain(failure, document, context): Finding | undefined {
      const { path, keyword, params, message } = failure;
      if (document.frontMatter?.errors.length) return undefined;
      const range = placeOf(failure, document, context.section);
      const field = path.slice(1).join('.') || 'The front matter';
      if (keyword === 'required')
        return { range, message: `The field "${String(params.missingProperty)}" is missing from the front matter.` };
      if (keyword === 'enum') {
        const allowed = (params.allowedValues as readonly unknown[]).map(String);
        const written = document.slice(range);
        const inCase = allowed.find((word) => word.toLowerCase() === written.toLowerCase());
        const meant = inCase ?? closest(written, allowed, 2);
        const kind = inCase || (meant && isSlip(written, meant)) ? 'safe' : 'scaffold';
        return {
          range,
          message: `"${written}" is not a value of "${field}". Use one of: ${allowed.join(', ')}.`,
          ...(meant && { fix: { title: `Change to "${meant}"`, kind, edits: [{ range, text: meant }] } }),
        };
      }
      if (keyword === 'type' && params.type === 'array') {
        const written = document.slice(range);
        // Brackets around several lines are no YAML, and where no value stands the range is that of the key.
        const isValue = !/[\r\n]/.test(written) && valueAt(document.frontMatter?.data, path.slice(1)) !== null;
        return {
          range,
          message: `"${field}" is a list.`,
          ...(isValue && {
            fix: { title: 'Make it a list', kind: 'safe', edits: [{ range, text: `[${written}]` }] },
          }),
        };
      }
      return {
        range,
        message: `${field === 'The front matter' ? field : `"${field}"`} ${message ?? 'is not as the format asks'}.`,
      };
    },
  },
};

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], data);
}
