import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import { isEmpty } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { isEnglish } from '../model/english.ts';

const DAY =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:today|tomorrow|tonight|yesterday|Q[1-4]|end of (?:the )?(?:week|month|quarter|year)|(?:this|next) (?:week|month|quarter|sprint))\b/i;
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|half|none|zero|twice)\b/i;

/** A section that is there, and lacks what it is there for: a number, or a day. */
export const sectionHolds: Rule = {
  code: 'KP944',
  name: 'section-without-number-or-day',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A section lacks the number or the day it is there for.',
  *check(document, { profile, section }) {
    for (const { key, holds } of profile.sections ?? []) {
      const found = holds && section(key);
      if (!found || isEmpty(document.text, found) || !isEnglish(document)) continue;
      if (!(holds === 'day' ? DAY : NUMBER).test(wordsOf(document, found)))
        yield {
          range: found.words,
          message: holds === 'day' ? 'Say by when: name a day.' : 'Say how much: give a number.',
        };
    }
  },
};

/** Everything below a heading; a list's own numbers are no numbers. */
function wordsOf(document: DesignDocument, { blocks, children }: Section): string {
  const own = blocks.map(({ range }) => document.slice(range).replace(/^\s*\d+[.)]\s/gm, ''));
  return [...own, ...children.map((child) => wordsOf(document, child))].join('\n');
}
