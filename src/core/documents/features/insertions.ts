import type { TextEdit } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import { lineEndOf } from '../../text/lines.ts';

export function insert(offset: number, text: string): TextEdit[] {
  return [{ range: { start: offset, end: offset }, text }];
}

/** The offset of the line's end, before `\r\n` or `\n`. */
export function endOfLine(text: string, offset: number): number {
  return offset + text.slice(offset).search(/\r?\n|$/);
}

/** The offset of the line's first letter or space. */
export function startOfLine(text: string, offset: number): number {
  return text.slice(0, offset).lastIndexOf('\n') + 1;
}

/** A paragraph of its own below the line of an offset. */
export function paragraphBelow({ text }: DesignDocument, offset: number, words: string): TextEdit[] {
  const at = endOfLine(text, offset);
  const lineEnd = lineEndOf(text);
  const isFollowed = /^\r?\n[^\S\n]*\S/.test(text.slice(at));
  return insert(at, `${lineEnd}${lineEnd}${words}${isFollowed ? lineEnd : ''}`);
}
