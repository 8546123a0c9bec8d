import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';
import { stateMissing } from './stateMissing.ts';

/** A decision without a date cannot be weighed against what was known then. */
export const dateMissing: Rule = {
  code: 'KP206',
  name: 'date-missing',
  class: 'structural',
  severity: { automatic: 'info', strict: 'error' },
  summary: 'The document has no date.',
  schema: {
    handles: ({ path, keyword, params }) =>
      path.join('/') === 'metadata' && keyword === 'required' && params.missingProperty === 'date',
    explain: (_failure, document, context) => ({
      range: document.metadata.date?.labelRange ?? firstWords(document),
      message: `No date is stated. Add the day of the decision, as in ${context.today || 'YYYY-MM-DD'}.`,
      fix: stateMissing(document, context, 'date'),
    }),
  },
};
