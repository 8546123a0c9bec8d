import { itemsOf } from '../model/shape.ts';
import { findOptions } from './options.ts';
import type { Rule } from './rule.ts';

const CIRCULAR =
  /(?:rejected|because)\s*[:—–-]?\s*(?:it (?:was|is) )?(?:not (?:chosen|selected|good(?: enough)?|suitable|needed|wanted)|worse|inferior|no|bad|n\/a|we (?:chose|prefer(?:red)?|picked) (?:the )?(?:other|another)[^.]*)\s*[.!]?\s*$/iu;

/** A reason that says "no" once more: "rejected: not chosen". */
export const reasonCircular: Rule = {
  code: 'KP506',
  name: 'reason-circular',
  class: 'prose',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'The reason only repeats that the option was rejected.',
  *check(document, context) {
    const alternatives = findOptions(context);
    if (!alternatives) return;
    for (const { words } of itemsOf(document.text, alternatives)) {
      const circular = CIRCULAR.exec(document.slice(words));
      if (!circular) continue;
      const start = words.start + circular.index;
      yield {
        range: { start, end: start + circular[0].trimEnd().length },
        message: 'This repeats that it was rejected. Name the fact that spoke against it.',
      };
    }
  },
};
