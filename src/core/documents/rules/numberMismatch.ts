import { fileNumber } from '../corpus/summarise.ts';
import type { Rule } from './rule.ts';

/**
 * Title and file name carry different numbers, so a reference by number finds the wrong record.
 *
 *     adr-021-cache.md:  # ADR 012: Cache      <- reported on "012"
 */
export const numberMismatch: Rule = {
  code: 'KP103',
  name: 'number-mismatch',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'The number in the title is not the one in the file name.',
  *check(document, { file }) {
    const { title } = document;
    const named = file === undefined ? undefined : fileNumber(file);
    if (title?.number === undefined || named === undefined || title.number === named) return;
    const written = document.slice(title.numberRange!);
    const text = String(named).padStart(written.length, '0');
    yield {
      range: title.numberRange!,
      message: `The title says ${written}, the file name ${text}. Make them agree.`,
      fix: { title: `Change the title to ${text}`, kind: 'safe', edits: [{ range: title.numberRange!, text }] },
    };
  },
};
