import { findTarget } from './supersession.ts';
import type { Rule } from './rule.ts';

/** "Superseded by ADR-031", and there is no ADR-031. */
export const supersessionMissing: Rule = {
  code: 'KP602',
  name: 'supersession-target-missing',
  class: 'corpus',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A superseding or superseded document does not exist.',
  *check(document, { corpus, own }) {
    if (!corpus || !own) return;
    for (const relation of own.relations) {
      if (relation.kind === 'amends' || findTarget(corpus, own, relation)) continue;
      const isThere = relation.file !== undefined && corpus.exists(relation.file) !== false;
      // A number alone may be one of another repository; only a record whose siblings have numbers can miss one.
      const hasNumbers = corpus.group(own.kind).numberCount > (own.number === undefined ? 0 : 1);
      if (
        isThere ||
        (relation.file === undefined && !hasNumbers) ||
        (relation.file === undefined && relation.number === own.number)
      )
        continue;
      yield {
        range: relation.range,
        message: `There is no document "${document.slice(relation.range)}" here. Correct the number or the link.`,
      };
    }
  },
};
