import type { TextRange } from '../problem.ts';

/** The document's own line end. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The first line of a range, without the space around it: long enough to see, short enough to underline. */
export function firstLine(text: string, { start, end }: TextRange): TextRange {
  const stop = text.slice(start, end).search(/[\r\n]/);
  let to = stop < 0 ? end : start + stop;
  while (to > start && /\s/.test(text[to - 1]!)) to--;
  return { start, end: to };
}
