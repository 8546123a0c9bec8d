import { isOpen, readMeaning } from './lifecycle.ts';
import { findTarget } from './supersession.ts';
import type { Rule } from './rule.ts';

const replaced = /supers|replac|deprecat|obsolete|amend/;

/** A proposal cannot have replaced a decision yet; and what was replaced is no longer simply accepted. */
export const lifecycleIllegal: Rule = {
  code: 'KP605',
  name: 'lifecycle-illegal',
  class: 'corpus',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'Two documents’ statuses do not fit together.',
  *check(document, { corpus, own }) {
    const { status } = document.metadata;
    const meaning = readMeaning(document);
    if (!corpus || !own || !status || meaning === undefined) return;
    for (const relation of own.relations) {
      const target = findTarget(corpus, own, relation);
      if (relation.kind === 'supersedes' && isOpen(document) && target?.status && replaced.test(target.status))
        yield {
          range: status.wordRange,
          message: `This is ${status.word}, but "${target.title}" is ${target.status} because of it. Accept this one, or restore that one.`,
        };
      if (relation.kind === 'superseded-by' && target && meaning === 'accepted')
        yield {
          range: status.wordRange,
          message: `This is ${status.word} and superseded by "${target.title}". Set the status to superseded.`,
        };
    }
  },
};
