import { toName } from '../model/words.ts';
import type { Rule } from './rule.ts';

/** Front matter and first heading give two names, so the index shows another one than the page. */
export const frontMatterTitle: Rule = {
  code: 'KP004',
  name: 'front-matter-title',
  class: 'structural',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'The title in the front matter differs from the first heading.',
  *check({ frontMatter, title }) {
    const named = frontMatter?.data.title;
    if (typeof named !== 'string' || !title) return;
    const wanted = [title.heading, title.text].map(toName);
    if (wanted.includes(toName(named)) || wanted.some((name) => name.endsWith(toName(named)))) return;
    const range = frontMatter!.rangeAt(['title']);
    yield {
      range,
      message: `The heading says "${title.text || title.heading}". Give both the same title.`,
      fix: {
        title: 'Take the title of the heading',
        kind: 'safe',
        edits: [{ range, text: JSON.stringify(title.text || title.heading) }],
      },
    };
  },
};
