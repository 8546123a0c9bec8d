import { placeOf } from '../schema/place.ts';
import type { Rule } from './rule.ts';

const forms: Readonly<Record<string, string>> = {
  heading: 'in the second heading: "## Date: 2024-01-10 | Status: Accepted"',
  'seed-section': 'in one line under "## Status": "PROPOSED | 2024-01-15 | Author: @name"',
};

/** Status or date in another place than the format has them. */
export const metadataForm: Rule = {
  code: 'KP212',
  name: 'metadata-form',
  class: 'structural',
  severity: { automatic: 'off', strict: 'error' },
  summary: 'Status or date stand in another place than the format has them.',
  schema: {
    handles: ({ path }) => path[0] === 'forms',
    explain(failure, document, context) {
      const allowed =
        failure.params.allowedValue ?? (failure.params.allowedValues as readonly unknown[] | undefined)?.[0];
      const where = forms[String(allowed)];
      const field = failure.path[1];
      if (!where || field === undefined) return undefined;
      return {
        range: placeOf(failure, document, context.section),
        message: `This format states the ${field} ${where}.`,
      };
    },
  },
};
