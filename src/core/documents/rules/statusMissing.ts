import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';
import { stateMissing } from './stateMissing.ts';

/** No status, in any form a document can state one in. "Not found" is not "proposed": a reader cannot tell. */
export const statusMissing: Rule = {
  code: 'KP201',
  name: 'status-missing',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'The document does not say whether it is proposed, accepted or superseded.',
  schema: {
    handles: ({ path, keyword, params }) =>
      path.join('/') === 'metadata' && keyword === 'required' && params.missingProperty === 'status',
    explain: (_failure, document, context) => {
      const { status } = document.metadata;
      if (status && /^\[ \]/.test(status.value))
        return { range: status.labelRange, message: 'No box of the status is ticked. Tick the one that holds.' };
      const fix = stateMissing(document, context, 'status');
      if (status)
        return { range: status.labelRange, message: 'The status is empty. Say which it is, such as "Proposed".', fix };
      return {
        fix,
        range: firstWords(document),
        message: 'No status is stated. Say whether this is proposed, accepted or superseded.',
      };
    },
  },
};
