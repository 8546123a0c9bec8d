import type { Rule } from './rule.ts';

/** A number that was never given: `ADR-NNN`, `RFC-0000`. */
export const numberPlaceholder: Rule = {
  code: 'KP107',
  name: 'number-placeholder',
  class: 'structural',
  severity: { automatic: 'hint', strict: 'warning' },
  summary: 'The number in the title is a placeholder.',
  *check(document, { file = '', corpus, profile }) {
    const { title } = document;
    if (!title?.numberRange || /template/i.test(file)) return;
    const written = document.slice(title.numberRange);
    if (!/^(?:[NX]{2,}|\?+|0+)$/i.test(written) || /^0{1,2}$/.test(written)) return;
    const next = String((corpus?.group(profile.kind).highest ?? 0) + 1).padStart(written.length, '0');
    yield {
      range: title.numberRange,
      message: `"${written}" is not a number yet. Take the next free one.`,
      ...(corpus && {
        fix: { title: `Take ${next}`, kind: 'scaffold', edits: [{ range: title.numberRange, text: next }] },
      }),
    };
  },
};
