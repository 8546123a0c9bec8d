/** Zero-based line and UTF-16 column, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns and back. `\n`, `\r\n` and a lone `\r` end a line. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    // Most texts know one line end only, and looking for one character is many times as fast as for two.
    const next = text.includes('\r') ? afterBreak : afterLineFeed;
    for (let offset = next(text, 0); offset > 0; offset = next(text, offset)) this.starts.push(offset);
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

/** The offset after the first line break at or after `from`; 0 when there is none. */
function afterBreak(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 10) return offset + 1;
    if (unit === 13) return offset + (text.charCodeAt(offset + 1) === 10 ? 2 : 1);
  }
  return 0;
}

/** The same for a text without carriage returns. */
function afterLineFeed(text: string, from: number): number {
  return text.indexOf('\n', from) + 1;
}
