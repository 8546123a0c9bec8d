import type { Rule } from './rule.ts';

/** YAML between the dashes that cannot be read: then no tool sees any of it. */
export const frontMatterBroken: Rule = {
  code: 'KP001',
  name: 'front-matter-broken',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'The front matter is not valid YAML.',
  *check({ frontMatter, text }) {
    for (const { message, range } of frontMatter?.errors ?? []) {
      // The parser names the place where it gave up; the word there is what a reader looks for.
      const word = /^[^\s:]+/.exec(text.slice(range.start, range.start + 200))?.[0].length ?? 1;
      const end = Math.max(range.end, range.start + word);
      yield {
        range: { start: range.start, end },
        message: `The front matter cannot be read: ${message.replace(/\.?\s*$/, '.')}`,
      };
    }
  },
};
