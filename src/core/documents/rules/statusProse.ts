import type { Rule } from './rule.ts';

/** A status that goes on as a sentence: tools read one word, and the rest is lost. */
export const statusProse: Rule = {
  code: 'KP205',
  name: 'status-prose',
  class: 'prose',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'Words follow the status on its line.',
  *check(document) {
    const { status } = document.metadata;
    if (!status?.meaning || status.form === 'seed-section' || status.meaning === 'superseded') return;
    const rest = { start: status.wordRange.end, end: status.valueRange.end };
    const words = document.slice(rest);
    if (/[\r\n|]/.test(words) || !/^[\s.,;:(*_-]+\p{L}+\s+\p{L}+/u.test(words)) return;
    yield { range: rest, message: 'Only the first word is read as the status. Move the rest to a line of its own.' };
  },
};
