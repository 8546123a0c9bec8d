import type { DesignDocument } from '../model/document.ts';
import { lineEndOf } from '../rules/textTools.ts';

/** A comment to put in, up to where its author says why. */
export interface Suppression {
  readonly offset: number;
  readonly before: string;
  /** What stands where the reason belongs, to be typed over. */
  readonly reason: string;
  readonly after: string;
}

/**
 * The comment that silences a rule for the line of a problem. Front matter has no room for one: a problem there is
 * silenced for the whole file, below it.
 */
export function suppressHere(document: DesignDocument, code: string, start: number): Suppression {
  const { text, frontMatter } = document;
  const lineEnd = lineEndOf(text);
  const isInFrontMatter = frontMatter !== undefined && start < frontMatter.range.end;
  const offset = isInFrontMatter ? startOfNextLine(text, frontMatter.range.end) : startOfLine(text, start);
  const directive = isInFrontMatter ? 'katapath-disable-file' : 'katapath-disable-next-line';
  const isBehindText = offset > 0 && text[offset - 1] !== '\n';
  return {
    offset,
    before: `${isBehindText ? lineEnd : ''}<!-- ${directive} ${code}: `,
    reason: 'reason',
    after: ` -->${lineEnd}`,
  };
}

const startOfLine = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

function startOfNextLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const stop = text.indexOf('\n', offset);
  return stop < 0 ? text.length : stop + 1;
}
