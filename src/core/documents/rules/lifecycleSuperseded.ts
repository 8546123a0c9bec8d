import type { Rule } from './rule.ts';

const REPLACED = /\b(?:superseded?[ _-]?by|replaced|obsolete\w*|successor|succeeded|in favou?r of|see)\b/i;

/** Superseded, but by what? The reader who lands here must find the way on. */
export const lifecycleSuperseded: Rule = {
  code: 'KP601',
  name: 'superseded-no-reference',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A superseded document does not say by which one.',
  *check(document, { profile }) {
    const { status, statements } = document.metadata;
    if (status?.meaning !== 'superseded' || /^amended|^partially/.test(status.word)) return;
    // Links of the header lead anywhere; only those beside words of replacement lead on.
    const header = [
      status.value,
      ...statements.filter(({ label, value }) => REPLACED.test(`${label} ${value}`)).map(({ value }) => value),
      ...document.preamble.map(({ range }) => document.slice(range)).filter((words) => REPLACED.test(words)),
    ];
    const place = document.allSections.filter(({ name }) =>
      /status|more information|related|references|links|notes/.test(name),
    );
    const words = [...header, ...place.map(({ range }) => document.slice(range))].join('\n');
    if (
      /\]\(|\.md\b|\b[A-Z]{2,5}[- #]?\d+|#\d+|\b\d{3,}\b(?!-)|https?:|\bby\s+\S/i.test(
        words.replace(/<!--[^]*?-->|\d{4}-\d{2}-\d{2}/g, ''),
      )
    )
      return;
    yield {
      range: status.wordRange,
      message: `Superseded by what? Name the ${profile.kind.toUpperCase()} that replaces this one, with a link.`,
    };
  },
};
