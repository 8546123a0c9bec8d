import { toAnchor } from '../model/anchors.ts';
import type { Rule } from './rule.ts';

/** A section under another name than this format gives it; readers and tools look for the house name. */
export const sectionAlias: Rule = {
  code: 'KP304',
  name: 'section-alias',
  class: 'structural',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'A section has another heading than the format gives it.',
  *check(document, { profile, section }) {
    for (const { key, heading } of profile.sections ?? []) {
      const found = section(key);
      if (!found || found.kind === 'label' || found.name === heading.toLowerCase()) continue;
      const anchor = `#${toAnchor(found.heading)}`;
      const links = document.links.filter(({ target }) => target === anchor);
      // A number in front of it stays: "3. Choice" becomes "3. Decision".
      const number = /^\d+(?:\.\d+)*[.)]?\s+/.exec(document.slice(found.words))?.[0] ?? '';
      yield {
        range: found.words,
        message: `This format calls the section "${heading}".`,
        fix: {
          title: `Rename to "${heading}"`,
          kind: 'safe',
          edits: [
            { range: found.words, text: number + heading },
            ...links.map(({ targetRange }) => ({ range: targetRange, text: `#${toAnchor(number + heading)}` })),
          ],
        },
      };
    }
  },
};
