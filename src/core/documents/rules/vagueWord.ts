import type { Rule } from './rule.ts';

/** A word that lets two readers agree without meaning the same: "scalable", "soon", "significantly". */
export const vagueWord: Rule = {
  code: 'KP541',
  name: 'vague-word',
  class: 'prose',
  severity: { automatic: 'off', strict: 'hint' },
  summary: 'A word says less than a number or a name would.',
  *check({ prose }, { words }) {
    for (const { index, 0: word } of prose.matchAll(toPattern(words('vague')))) {
      const end = index + word.length;
      if (isPartOfWord(prose, index, end)) continue;
      // A number beside it makes it exact, and "some of" is a part of something named.
      if (/^\s*(?:of\b|\(?[<>~≈]?\d)/.test(prose.slice(end, end + 12))) continue;
      yield {
        range: { start: index, end },
        message: `"${word}" can mean anything. Give the number, the name or the day.`,
      };
    }
  },
};

const patterns = new WeakMap<readonly string[], RegExp>();

/** Without the flag `u`, and with no look behind at each letter: it is ten times as fast, and runs at every key. */
function toPattern(list: readonly string[]): RegExp {
  let pattern = patterns.get(list);
  if (!pattern) {
    const words = [...list]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    pattern = words.length ? new RegExp(`(?:${words.join('|')})(?![A-Za-z\\d-])`, 'gi') : /$^/g;
    patterns.set(list, pattern);
  }
  return pattern;
}

function isPartOfWord(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N}-]$/u.test(text.slice(Math.max(start - 2, 0), start)) || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}
