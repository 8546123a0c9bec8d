import type { DesignDocument } from '../model/document.ts';
import type { TextRange } from '../../problem.ts';
import { standsAlone, type Suppression } from '../suppressions.ts';
import { firstLine } from '../../text/lines.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A comment that silences nothing hides the next real problem, and one that is not understood hides none. The engine
 * reports them, after all other rules.
 */
export const unusedSuppression = {
  code: 'KP990',
  name: 'unused-suppression',
  class: 'structural',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'A suppression comment hides nothing, or is not understood.',
  /** One name among others that do hide something. */
  reportName({ rules }: Suppression, place: number): Finding {
    const { name, range } = rules[place]!;
    // With the comma before it, or after it when it is the first.
    const cut =
      place > 0 ? { start: rules[place - 1]!.range.end, end: range.end } : { ...range, end: rules[1]!.range.start };
    return {
      range,
      message: `Nothing here is reported by ${name}; take it out.`,
      tags: ['unnecessary'],
      fix: { title: `Take out ${name}`, kind: 'safe', edits: [{ range: cut, text: '' }] },
    };
  },
  /** Words that are not understood. */
  reportUnread(document: DesignDocument, range: TextRange): Finding {
    const words = document.slice(range);
    const codes = [...new Set(words.toUpperCase().match(/\bKP\d{3}\b/g))].join(', ') || 'KP302';
    const scope = /^katapath-disable-(file|next-block)\b/.exec(words)?.[1] ?? 'next-line';
    return {
      range: firstLine(document.text, range),
      message: `This is not understood, so it hides nothing. Write it as "katapath-disable-${scope} ${codes}: reason"; for a paragraph, list or table it is next-block, for the whole document file.`,
    };
  },
  report(document: DesignDocument, { range, rules }: Suppression): Finding {
    const names = rules.map(({ name }) => name).join(', ') || 'any rule';
    return {
      range,
      message: `Nothing here is reported by ${names}; remove the comment.`,
      tags: ['unnecessary'],
      fix: {
        title: 'Remove the comment',
        kind: 'safe',
        edits: [{ range: withLineEnd(document.text, range), text: '' }],
      },
    };
  },
} satisfies Rule & Record<string, unknown>;

/** The whole line when the comment stands alone on it, in a list or quote, too. */
function withLineEnd(text: string, range: TextRange): TextRange {
  if (!standsAlone(text, range)) return range;
  const stop = text.indexOf('\n', range.end);
  return { start: text.lastIndexOf('\n', range.start - 1) + 1, end: stop < 0 ? text.length : stop + 1 };
}
