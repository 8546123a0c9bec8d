import { placeOf } from '../schema/place.ts';
import type { Rule } from './rule.ts';

/**
 * What a profile's schema demands and no other rule words: mostly the demands of a workspace's own schemas. The engine
 * asks this rule last, so that no failed demand is lost.
 */
export const formatMismatch: Rule = {
  code: 'KP300',
  name: 'format-mismatch',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'The document does not fit the schema of its profile.',
  schema: {
    // An `if` repeats what its branch said.
    handles: ({ keyword }) => keyword !== 'if',
    explain(failure, document, context) {
      const name = failure.path.join(' › ') || 'the document';
      return {
        range: placeOf(failure, document, context.section),
        message: `${context.profile.title}: ${name} ${failure.message}.`,
      };
    },
  },
};
