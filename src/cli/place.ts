import type { LineIndex } from '../core/text/lineIndex.ts';
import type { TextRange } from '../core/problem.ts';

/** Lines and columns are 1-based; columns count UTF-16 code units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf(range: TextRange, lines: LineIndex): Place {
  const start = lines.toPosition(range.start);
  const end = lines.toPosition(range.end);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
