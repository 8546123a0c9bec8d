/** Zero-based line and UTF-16 column, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns and back. `\n`, `\r\n` and a lone `\r` end a line. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let offset = nextBreak(text, 0); offset >= 0; offset = nextBreak(text, offset)) this.starts.push(offset);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  toPosition(offset: number): Position {
    const wanted = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: wanted - this.starts[low]! };
  }

  toOffset({ line, column }: Position): number {
    if (line < 0) return 0;
    const start = this.starts[line];
    if (start === undefined) return this.text.length;
    const limit = this.starts[line + 1] ?? this.text.length;
    return Math.min(start + Math.max(column, 0), limit);
  }
}

/** The offset after the first line break at or after `from`; -1 when there is none. */
function nextBreak(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 10) return offset + 1;
    if (unit === 13) return offset + (text.charCodeAt(offset + 1) === 10 ? 2 : 1);
  }
  return -1;
}
