import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';

/** Neither a first heading nor a title in the front matter: the document has no name to be cited by. */
export const titleMissing: Rule = {
  code: 'KP101',
  name: 'title-missing',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'The document has no title.',
  schema: {
    handles: ({ path, keyword, params }) =>
      path.length === 0 && keyword === 'required' && params.missingProperty === 'title',
    explain(_failure, document) {
      if (typeof document.frontMatter?.data.title === 'string') return undefined;
      return {
        range: firstWords(document),
        message: 'The document has no title. Begin it with a heading of level one.',
      };
    },
  },
};
