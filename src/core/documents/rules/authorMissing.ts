import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';
import { stateMissing } from './stateMissing.ts';

/** Nobody to ask: the format wants an author, and none is named. */
export const authorMissing: Rule = {
  code: 'KP210',
  name: 'author-missing',
  class: 'structural',
  severity: { automatic: 'off', strict: 'error' },
  summary: 'The document names no author.',
  schema: {
    handles: ({ path, keyword, params }) =>
      path.join('/') === 'metadata' && keyword === 'required' && params.missingProperty === 'author',
    explain: (_failure, document, context) => ({
      range: document.metadata.status?.valueRange ?? firstWords(document),
      message: 'No author is named. Add "| Author: @name" to the status line.',
      fix: stateMissing(document, context, 'author'),
    }),
  },
};
