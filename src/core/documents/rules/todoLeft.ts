import { readMeaning } from './lifecycle.ts';
import type { Rule } from './rule.ts';

/** Something left open. In a draft that is fine to see; an accepted document should not have it. */
export const todoLeft: Rule = {
  code: 'KP402',
  name: 'todo-left',
  class: 'structural',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'A TODO is left in the text.',
  *check(document, { strict, words }) {
    const isAccepted = readMeaning(document) === 'accepted';
    for (const { index, 0: word } of document.prose.matchAll(toPattern(words('todo')))) {
      yield {
        range: { start: index, end: index + word.length },
        message: isAccepted
          ? `This is accepted, and "${word}" still stands in it. Settle it, or move it to the open questions.`
          : `"${word}" is still open.`,
        ...(isAccepted && strict && { severity: 'error' as const }),
      };
    }
  },
};

const patterns = new WeakMap<readonly string[], RegExp>();

/** One word counts in capitals only ("todo" is Spanish for "all"), several words in any case. */
function toPattern(list: readonly string[]): RegExp {
  let pattern = patterns.get(list);
  if (!pattern) {
    const spelled = list.map((words) => {
      const plain = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return words.includes(' ')
        ? plain.replace(/\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
        : plain.toUpperCase();
    });
    pattern = spelled.length
      ? new RegExp(`(?<![\\p{L}\\p{N}_])(?:${spelled.join('|')})(?![\\p{L}\\p{N}_])`, 'gu')
      : /$^/g;
    patterns.set(list, pattern);
  }
  return pattern;
}
