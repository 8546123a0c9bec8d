import type { Rule } from './rule.ts';

const GENERIC =
  /^(?:the |our |a |new )?(?:[\w-]+ )?(?:database|architecture|framework|technology|infrastructure|design|system|api|language|tooling|storage) (?:decision|choice|selection|options?|strategy|approach)$/i;

/** A title that names the topic and not the decision: "Database decision", "Which queue?". */
export const titleVague: Rule = {
  code: 'KP105',
  name: 'title-vague',
  class: 'prose',
  severity: { automatic: 'off', strict: 'hint' },
  summary: 'The title names a topic, not the decision.',
  *check({ title }, { profile }) {
    if (!title || profile.kind !== 'adr') return;
    const isQuestion = title.text.trim().endsWith('?');
    if (!isQuestion && !GENERIC.test(title.text.trim())) return;
    yield {
      range: title.textRange,
      message: 'The title names the topic. Say what was decided: "Use PostgreSQL for orders".',
    };
  },
};
