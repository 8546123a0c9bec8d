import { toRelative } from '../corpus/paths.ts';
import type { CorpusEntry, Relation } from '../corpus/entry.ts';
import { isOpen } from './lifecycle.ts';
import { findTarget, says } from './supersession.ts';
import type { Rule } from './rule.ts';

const opposite: Readonly<Record<Relation['kind'], Relation['kind'] | undefined>> = {
  supersedes: 'superseded-by',
  'superseded-by': 'supersedes',
  amends: undefined,
};

/** A says it supersedes B, and B does not know. Whoever reads B follows a decision that no longer holds. */
export const supersessionOneSided: Rule = {
  code: 'KP603',
  name: 'supersession-one-sided',
  class: 'corpus',
  severity: { automatic: 'info', strict: 'error' },
  summary: 'Only one of two documents says that one supersedes the other.',
  *check(document, { corpus, own }) {
    if (!corpus || !own) return;
    for (const relation of own.relations) {
      // What a proposal will supersede holds until it is accepted, and must not say otherwise: see `lifecycle-illegal`.
      if (relation.kind === 'supersedes' && isOpen(document)) continue;
      const back = opposite[relation.kind];
      const target: CorpusEntry | undefined = back && findTarget(corpus, own, relation);
      if (!back || !target || target === own || says(corpus, target, back, own)) continue;
      const words = back === 'superseded-by' ? 'that it is superseded by this one' : 'that it supersedes this one';
      yield {
        range: relation.range,
        message: `"${target.title}" does not say ${words}. Add it there: ${toRelative(own.file, target.file)}.`,
        related: [{ file: target.file, range: { start: 0, end: 0 }, message: `This document does not say ${words}.` }],
      };
    }
  },
};
