import type { Rule } from './rule.ts';

/** A second heading of level one: tools take the last or the first of them for the title. */
export const titleSeveral: Rule = {
  code: 'KP104',
  name: 'title-several',
  class: 'structural',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'The document has several headings of level one.',
  *check({ title, allSections, frontMatter }) {
    if (!title || frontMatter?.data.title !== undefined) return;
    const others = allSections.filter(({ level, kind }) => level === 1 && kind === 'heading');
    // Three or more are a style of their own: sections at level one.
    if (others.length === 0 || others.length > 2) return;
    for (const { words } of others)
      yield { range: words, message: 'A document has one title. Put this heading one level deeper.' };
  },
};
