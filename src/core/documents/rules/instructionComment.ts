import type { DesignDocument } from '../model/document.ts';
import { isEmpty } from '../model/shape.ts';
import type { Rule } from './rule.ts';

/** Comments that a tool reads are no instructions to the author. */
const DIRECTIVE =
  /^(?:markdownlint|prettier|vale|textlint|eslint|katapath|toc|spell|cspell|lint|remark|omit|more|SPDX|Copyright|begin|end)\b|^(?:BEGIN|END|#)/i;

/** The template's instruction to the author, still in the text after it was followed. */
export const instructionComment: Rule = {
  code: 'KP403',
  name: 'instruction-comment',
  class: 'structural',
  severity: { automatic: 'hint', strict: 'info' },
  summary: 'An instruction of the template is left as a comment.',
  *check(document, { file = '', profile }) {
    if (/template/i.test(file)) return;
    const guidance = new Set((profile.sections ?? []).map((section) => section.guidance));
    for (const { words, range } of document.comments) {
      const isOwn = guidance.has(words);
      if (
        !isOwn &&
        (words.length <= 30 ||
          DIRECTIVE.test(words) ||
          !/^(?:[A-Z]|optional|note|this|what|why|how|list|describe)/i.test(words))
      )
        continue;
      // In metadata comments carry facts: `<!-- Status: accepted -->`.
      if (/^[\p{L} -]{2,20}:\s/u.test(words) && !isOwn) continue;
      if (isStillNeeded(document, range.start)) continue;
      yield {
        range,
        message: 'This instruction is from the template. Remove it once it is followed.',
        tags: ['unnecessary'],
        fix: {
          title: 'Remove the comment',
          kind: 'safe',
          edits: [{ range: wholeLines(document.text, range), text: '' }],
        },
      };
    }
  },
};

/** In a section that nobody has written yet, the instruction is the only help there is. */
function isStillNeeded(document: DesignDocument, offset: number): boolean {
  const around = document.allSections.filter(({ range: { start, end } }) => start <= offset && offset < end).at(-1);
  return around !== undefined && isEmpty(document.text, around);
}

/** With the rest of its line and one empty line after it, when it stands alone. */
function wholeLines(text: string, { start, end }: { start: number; end: number }) {
  const isAlone = (start === 0 || text[start - 1] === '\n') && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 100));
  if (!isAlone) return { start, end };
  const rest = /^[ \t]*(?:\r?\n)?(?:\r?\n)?/.exec(text.slice(end, end + 200))![0];
  return { start, end: end + rest.length };
}
