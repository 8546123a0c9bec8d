import { contentsOf, itemsOf } from '../model/shape.ts';
import { readMeaning } from './lifecycle.ts';
import type { Rule } from './rule.ts';

/** Accepted, with questions still open: nobody will come back for them. */
export const acceptedOpenQuestions: Rule = {
  code: 'KP606',
  name: 'accepted-open-questions',
  class: 'structural',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'The document is accepted and has open questions.',
  *check(document, { section }) {
    const questions = section('open-questions');
    if (!questions || readMeaning(document) !== 'accepted' || contentsOf(document.text, questions).length === 0) return;
    const count = itemsOf(document.text, questions).filter(({ words }) => document.slice(words).includes('?')).length;
    if (count > 0)
      yield {
        range: questions.words,
        message: `This is accepted with ${count} open ${count === 1 ? 'question' : 'questions'}. Answer them, or move them to documents of their own.`,
      };
  },
};
