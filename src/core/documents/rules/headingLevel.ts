import type { Fix } from '../../problem.ts';
import type { Section } from '../model/sections.ts';
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
    for (const [place, section] of document.allSections.entries()) {
      if (section.kind === 'label') return;
      if (section.level > level + 1)
        yield {
          range: section.words,
          message: `This heading is of level ${section.level}, the one above of level ${level}: make it level ${level + 1}, or add the level between.`,
          fix: lift(document.allSections.slice(place), level),
        };
      level = section.level;
    }
  },
};

/**
 * Lifts the first heading to the level below `above`, and with it all that stand under the same one: what was beside it
 * stays beside it, what was below it stays below, and none of them skips a level that it did not skip before.
 *
 *     ## Context            ## Context
 *     #### North      ->    ### North
 *     ##### Cold            #### Cold
 *     #### South            ### South
 *     ## Decision           ## Decision
 */
function lift(sections: readonly Section[], above: number): Fix {
  const next = sections.findIndex(({ level }) => level <= above);
  const under = next < 0 ? sections : sections.slice(0, next);
  const by = sections[0]!.level - above - 1;
  const edits = under.map(({ headingRange: { start }, level }) => ({
    range: { start, end: start + level },
    text: '#'.repeat(Math.max(above + 1, level - by)),
  }));
  return { title: `Make it level ${above + 1}`, kind: 'safe', edits };
}
