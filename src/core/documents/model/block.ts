import type { TextRange } from '../../problem.ts';

/** What a Markdown document is made of. Every block knows its exact place; nothing here holds a copy of the text. */
export type Block = Heading | Paragraph | List | Quote | Table | Code | Html | Divider | Definition;

export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly range: TextRange;
  /** The words alone, without `#` marks and the underline. */
  readonly words: TextRange;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly range: TextRange;
  /** One range per source line, without indentation, list and quote marks. */
  readonly lines: readonly TextRange[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly range: TextRange;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly kind: 'item';
  readonly range: TextRange;
  /** `-`, `*`, `+`, `1.` or `1)`. */
  readonly marker: TextRange;
  readonly blocks: readonly Block[];
}

export interface Quote {
  readonly kind: 'quote';
  readonly range: TextRange;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  readonly range: TextRange;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly range: TextRange;
  /** The trimmed words of each cell; a cell the row leaves out is empty and stands at the row's end. */
  readonly cells: readonly TextRange[];
}

/** Fenced or indented code. */
export interface Code {
  readonly kind: 'code';
  readonly range: TextRange;
  readonly fenced: boolean;
  /** The words after the opening fence, such as `mermaid`. */
  readonly info: TextRange;
}

export interface Html {
  readonly kind: 'html';
  readonly range: TextRange;
}

export interface Divider {
  readonly kind: 'divider';
  readonly range: TextRange;
}

/** A link reference definition: `[label]: target "title"`. */
export interface Definition {
  readonly kind: 'definition';
  readonly range: TextRange;
}
