import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine, isEnglish } from './textTools.ts';

const OWNER =
  /@[\w-]+|\bowner\b|\bassign(?:ed|ee)\b|\((?:[A-Z][\w.-]+(?:,| )?)+\)|\b[A-Z][a-z]+ [A-Z][a-z]+\b|\bteam\b|\|\s*[A-Z@]\w+/;
const DUE =
  /\d{4}-\d{2}-\d{2}|\bdue\b|\bby\s+\w+|\b(?:done|complete[d]?|closed|in progress)\b|\bQ[1-4]\b|✅|\[x\]|\b\d{1,2}\/\d{1,2}\b/i;

/** A follow-up that nobody has promised: without an owner and a day it will not happen. */
export const actionItem: Rule = {
  code: 'KP911',
  name: 'action-item-owner',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'An action item has no owner or no date.',
  *check(document, { profile, section }) {
    const actions = profile.kind === 'postmortem' ? section('action-items') : undefined;
    if (!actions || !isEnglish(document)) return;
    for (const item of itemsOf(document.text, actions)) {
      const words = document.slice(item.words);
      const missing = [!OWNER.test(words) && 'an owner', !DUE.test(words) && 'a date'].filter(Boolean).join(' and ');
      if (missing)
        yield {
          range: firstLine(document.text, item.words),
          message: `This action item lacks ${missing}. Without them it will not be done.`,
        };
    }
  },
};
