import type { TextRange } from '../problem.ts';

/** Ranges to ask whether a place stands in one of them; each answer costs the logarithm of their number. */
export class RangeSet {
  private readonly starts: number[] = [];
  /** The furthest end of all ranges up to this one. */
  private readonly ends: number[] = [];

  constructor(ranges: Iterable<TextRange>) {
    let furthest = 0;
    for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
      furthest = Math.max(furthest, end);
      this.starts.push(start);
      this.ends.push(furthest);
    }
  }

  /** Whether one of the ranges holds all of this one. */
  holds({ start, end }: TextRange): boolean {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.ends[low - 1]! >= end;
  }
}
