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
      // A number beside it makes it exact, and "some of" is a part of something named.
      if (/^\s*(?:of\b|\(?[<>~≈]?\d)/.test(prose.slice(index + word.length, index + word.length + 12))) continue;
      yield {
        range: { start: index, end: index + word.length },
        message: `"${word}" can mean anything. Give the number, the name or the day.`,
      };
    }
  },
};

const patterns = new WeakMap<readonly string[], RegExp>();

function toPattern(list: readonly string[]): RegExp {
  let pattern = patterns.get(list);
  if (!pattern) {
    const words = [...list]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    pattern = words.length ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu') : /$^/g;
    patterns.set(list, pattern);
  }
  return pattern;
}
