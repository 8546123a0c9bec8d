import type { Rule } from './rule.ts';

/** A heading that skips a level: `##` and then `####`. An outline and a screen reader lose a step. */
export const headingLevel: Rule = {
  code: 'KP307',
  name: 'heading-level',
  class: 'structural',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'A heading skips a level.',
  *check(document) {
    let level = document.title ? 1 : Math.max(1, (document.sections[0]?.level ?? 2) - 1);
    for (const section of document.allSections) {
      if (section.kind === 'label') return;
      if (section.level > level + 1) {
        const marks = /^#+/.exec(document.slice(section.headingRange))?.[0];
        const range = { start: section.headingRange.start, end: section.headingRange.start + (marks?.length ?? 0) };
        yield {
          range: section.words,
          message: `This heading is of level ${section.level}, the one above of level ${level}: make it level ${level + 1}, or add the level between.`,
          ...(marks &&
            section.children.length === 0 && {
              fix: {
                title: `Make it level ${level + 1}`,
                kind: 'safe',
                edits: [{ range, text: '#'.repeat(level + 1) }],
              },
            }),
        };
      }
      level = section.level;
    }
  },
};
