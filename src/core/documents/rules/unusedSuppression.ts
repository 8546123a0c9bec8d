import type { DesignDocument } from '../model/document.ts';
import type { Suppression } from '../suppressions.ts';
import type { Finding, Rule } from './rule.ts';

/** A comment that silences nothing hides the next real problem. The engine reports it, after all other rules. */
export const unusedSuppression = {
  code: 'KP990',
  name: 'unused-suppression',
  class: 'structural',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'A suppression comment hides nothing.',
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
function withLineEnd(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const standsAlone =
    /^[ \t>]*$/.test(text.slice(line, start)) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 200));
  if (!standsAlone) return { start, end };
  const stop = text.indexOf('\n', end);
  return { start: line, end: stop < 0 ? text.length : stop + 1 };
}
