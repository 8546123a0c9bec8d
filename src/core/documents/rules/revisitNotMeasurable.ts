import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';

/** A threshold, a date or a version: something to look up. */
const MEASURABLE = /\d|[<>≥≤]|\b(?:once|twice|doubles?|halves|zero|one|two|three|four|five|ten|half|quarter)\b/iu;
/** A judgement that two people will not make on the same day. */
const EVALUATIVE =
  /\b(?:unacceptabl[ey]|inadequate|insufficient(?:ly)?|enough|too\s+\p{L}+|poor(?:ly)?|slow(?:er|ly)?|large|big|high|low|significant(?:ly)?|many|much|often|needed|necessary|better|worse|appropriate|painful|problematic|bad)\b/iu;

/** A direction without a mark on the way: on no single day has it happened. */
const TREND =
  /\b(?:grows?|increases?|rises?|improves?|degrades?|deteriorates?|worsens?|matures?|evolves?)\b(?!\s+(?:beyond|above|past|over|to|into|by|than|from)\b)/iu;
/** Words that name no event, and nothing that an event could happen to: "when things change", "someday", "never". */
const HOLLOW = new Set(
  (
    'a an and are as at be been by can could do does ever for get gets has have if in into is it its may might more of on or our ' +
    'some should so that the their them there these they this those to until us we when whenever will with would you ' +
    'again always anytime eventually future just later never now one day sometime someday soon sooner then time times ' +
    'anything everything something thing things situation situations circumstance circumstances condition conditions ' +
    'context environment landscape world market business industry technology technologies assumption assumptions ' +
    'need needs requirement requirements priority priorities goal goals reason reasons ' +
    'change changes changed changing shift shifts arise arises happen happens come comes become becomes seem seems feel feels ' +
    'make makes sense want wants like likes require requires reconsider revisit review possible different new'
  ).split(' '),
);

/**
 * A trigger to revisit the decision that nobody can check. A threshold, a date or a named event will do; a judgement
 * without a number will not.
 *
 *     - A label takes more than 8 s for one customer in 20     a threshold
 *     - The vendor ends support for version 3                  an event
 *     - Performance becomes unacceptable                       <- reported here: an opinion
 *     - Traffic grows                                          <- and here: how far?
 *     - Things change                                          <- and here: which?
 */
export const revisitNotMeasurable: Rule = {
  code: 'KP522',
  name: 'revisit-not-measurable',
  class: 'prose',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'A condition to revisit the decision cannot be checked.',
  *check(document, { section }) {
    const revisit = section('revisit');
    if (!revisit) return;
    for (const item of itemsOf(document.text, revisit)) {
      const doubt = doubtIn(document.slice(item.words));
      if (!doubt) continue;
      yield {
        range: firstLine(document.text, item.words),
        message: `${doubt} Name a threshold, a date or an event that can be checked.`,
      };
    }
  },
};

/** Why two people could disagree whether it has happened; undefined when they could not. */
function doubtIn(words: string): string | undefined {
  if (MEASURABLE.test(words)) return undefined;
  const opinion = EVALUATIVE.exec(words);
  if (opinion) return `"${opinion[0]}" is a matter of opinion.`;
  const trend = TREND.exec(words);
  if (trend) return `"${trend[0]}" has no mark to pass.`;
  const named = words.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return named.every((word) => HOLLOW.has(word)) ? 'Nobody can tell on which day this has happened.' : undefined;
}
