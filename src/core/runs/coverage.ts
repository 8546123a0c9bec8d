/** How often each statement of one file ran, by its 1-based line; `file` is relative to the kata folder. */
export interface FileCoverage {
  readonly file: string;
  readonly statements: readonly StatementCount[];
}

export interface StatementCount {
  readonly line: number;
  /** How often the first statement of the line ran. */
  readonly count: number;
  /** Another statement of the line never ran, though the first did: `if (done) return;`. */
  readonly isPartial?: boolean;
}

/** As V8 counts: offsets into the text, inner ranges after the outer ones they refine. */
export interface CountedRange {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** The count of each place where a statement begins is that of the narrowest range around it. `starts` in text order. */
export function countStatements(
  text: string,
  starts: readonly { readonly offset: number; readonly line: number }[],
  ranges: readonly CountedRange[],
): readonly StatementCount[] {
  const lines = new Map<number, StatementCount>();
  for (const { offset, line } of starts) {
    const count = innermost(ranges, offset, text.length);
    const first = lines.get(line);
    if (!first) lines.set(line, { line, count });
    else if (first.count > 0 && count === 0) lines.set(line, { ...first, isPartial: true });
  }
  return [...lines.values()];
}

function innermost(ranges: readonly CountedRange[], offset: number, length: number): number {
  let best = { width: length + 1, count: 0 };
  for (const { startOffset, endOffset, count } of ranges) {
    const width = endOffset - startOffset;
    if (startOffset <= offset && offset < endOffset && width <= best.width) best = { width, count };
  }
  return best.count;
}
