import type { TextEdit, TextRange } from '../problem.ts';

/** Puts something first into a JSON object or list, where a comma is never missing, in the manner of what is there. */
export function insertFirst(text: string, container: TextRange, inserted: string): TextEdit {
  const inside = text.slice(container.start + 1, container.end - 1);
  const space = /^\s*/.exec(inside)![0];
  const comma = inside.trim() === '' ? '' : ',';
  const at = container.start + 1;
  return {
    range: { start: at, end: at },
    text: `${comma === '' ? '' : space}${inserted}${comma}${space === '' && comma ? ' ' : ''}`,
  };
}
