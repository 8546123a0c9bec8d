/** What a running suite tells about itself, one JSON line each; `end` is the only proof that it came to its end. */
export type TestRecord =
  | { readonly kind: 'pass'; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'fail'; readonly title: string; readonly message: string; readonly stack: string }
  | { readonly kind: 'skip'; readonly title: string }
  | ({ readonly kind: 'end' } & Counts);

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Marks a record among other lines on stdout. */
export const recordMark = '##katapath ';

/** The records among the lines of a text; anything else is skipped. */
export function* readRecords(text: string): Generator<TestRecord> {
  for (const line of text.split('\n')) {
    const start = line.indexOf(recordMark);
    if (start < 0) continue;
    try {
      yield JSON.parse(line.slice(start + recordMark.length)) as TestRecord;
    } catch {
      // A line cut off by the death of its writer.
    }
  }
}
