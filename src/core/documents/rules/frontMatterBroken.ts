import type { Rule } from './rule.ts';

/** YAML between the dashes that cannot be read: then no tool sees any of it. */
export const frontMatterBroken: Rule = {
  code: 'KP001',
  name: 'front-matter-broken',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'The front matter is not valid YAML.',
  *check({ frontMatter }) {
    for (const { message, range } of frontMatter?.errors ?? []) {
      const end = Math.max(range.end, range.start + 1);
      yield {
        range: { start: range.start, end },
        message: `The front matter cannot be read: ${message.replace(/\.?\s*$/, '.')}`,
      };
    }
  },
};
