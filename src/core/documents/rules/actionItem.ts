import { itemsOf, type Item } from '../model/shape.ts';
import type { Fix } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';
import { isEnglish } from '../model/english.ts';

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
      const lacksOwner = !OWNER.test(words);
      const lacksDate = !DUE.test(words);
      const missing = [lacksOwner && 'an owner', lacksDate && 'a date'].filter(Boolean).join(' and ');
      if (missing)
        yield {
          range: firstLine(document.text, item.words),
          message: `This action item lacks ${missing}. Without them it will not be done.`,
          fix: askFor(document, item, { lacksOwner, lacksDate }),
        };
    }
  },
};

/** Behind an item of one line, in words that are a placeholder until someone has promised. */
function askFor(
  { text }: DesignDocument,
  { form, words }: Item,
  { lacksOwner, lacksDate }: { lacksOwner: boolean; lacksDate: boolean },
): Fix | undefined {
  const { end } = firstLine(text, words);
  const isListed = form === 'bullet' || form === 'number' || form === 'letter';
  if (!isListed || end < words.end) return undefined;
  const asked = [lacksOwner && 'owner: @{name}', lacksDate && 'due YYYY-MM-DD'].filter(Boolean).join(', ');
  return { title: `Add "(${asked})"`, kind: 'scaffold', edits: [{ range: { start: end, end }, text: ` (${asked})` }] };
}
