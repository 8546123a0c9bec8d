/** Half-open range of UTF-16 code units in one text: `text.slice(range.start, range.end)` are the words meant. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** How much a problem matters: `error` and `warning` may gate, `info` and `hint` never do. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * `safe` keeps the meaning and may be applied without asking; `scaffold` waits for the author: it inserts headings or
 * placeholders to fill in, or what is only probably meant.
 */
export interface Fix {
  readonly title: string;
  readonly kind: 'safe' | 'scaffold';
  readonly edits: readonly TextEdit[];
  /** Keys of the profile's sections that it inserts. */
  readonly inserts?: readonly string[];
}

/** A place in this or another file that explains a problem; `file` is relative to the workspace folder. */
export interface RelatedPlace {
  readonly file: string;
  readonly range: TextRange;
  readonly message: string;
}

/** One finding. `code` is stable and public; `message` says what is wrong and what to do. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  readonly fix?: Fix;
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  readonly related?: readonly RelatedPlace[];
}
