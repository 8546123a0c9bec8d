import type { Rule } from './rule.ts';

const HOST = /^(?:www\.[\w-]+\.\w|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|gov|edu)(?:\/|$))/i;

/** An address without `https://` is taken for a file beside the document. */
export const linkScheme: Rule = {
  code: 'KP802',
  name: 'link-scheme',
  class: 'structural',
  severity: { automatic: 'info', strict: 'info' },
  summary: 'A web address in a link has no scheme.',
  *check({ links }) {
    for (const { kind, target, targetRange } of links) {
      if (kind === 'reference' || kind === 'autolink' || !HOST.test(target)) continue;
      const range = { start: targetRange.start, end: targetRange.start };
      yield {
        range: targetRange,
        message: `"${target}" is taken for a file. Begin it with "https://".`,
        fix: { title: 'Add "https://"', kind: 'safe', edits: [{ range, text: 'https://' }] },
      };
    }
  },
};
