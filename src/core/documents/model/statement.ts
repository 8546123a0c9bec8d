import type { TextRange } from '../../problem.ts';
import type { Field, StatusMeaning } from './vocabulary.ts';

/** How a document says something about itself. The names follow what real documents do. */
export type StatementForm =
  | 'front-matter' // status: accepted
  | 'title' // # ADR-1: Words | Status: Accepted
  | 'heading' // ## Date: 2024-01-10 | Status: Accepted
  | 'section' // ## Status, and a paragraph
  | 'seed-section' // ## Status, and PROPOSED | 2024-01-15 | Author: @x
  | 'changelog' // ## Changelog, and - 2024-01-10: …
  | 'line' // Date: 2024-01-10
  | 'bold-line' // **Status:** Accepted
  | 'piped-line' // **Status:** Accepted | **Date:** 2024-01-10
  | 'bullet' // - Status: accepted
  | 'bold-bullet' // - **Status:** Accepted
  | 'quote' // > Status: Accepted
  | 'table' // | Status | Accepted |
  | 'comment'; // <!-- Status: Accepted -->

/** One thing a document says about itself in its header. */
export interface Statement {
  /** What it is about; undefined for a label of the author's own. */
  readonly field: Field | undefined;
  /** The label in lower case: `start date`. */
  readonly label: string;
  /** The label's words; for a section the heading's, for a positional value the value's own. */
  readonly labelRange: TextRange;
  readonly value: string;
  /** Empty (start = end) where a value belongs and none stands. */
  readonly valueRange: TextRange;
  readonly form: StatementForm;
}

/** A status that was found. "None found" is `undefined`, never a default. */
export interface Status extends Statement {
  /** The status alone, lower case, without markup and words after it: `superseded`. */
  readonly word: string;
  readonly wordRange: TextRange;
  /** What the word means; undefined for a word nobody knows. */
  readonly meaning: StatusMeaning | undefined;
}

/** A date that was found. */
export interface DocumentDate extends Statement {
  /** The words that look like a date, without what stands around them. */
  readonly dateRange: TextRange;
  /** `YYYY-MM-DD`, when the words are a real day, in any format that leaves no doubt. */
  readonly iso: string | undefined;
  /** `iso` as written, another unambiguous or an ambiguous format (`03/04/2024`), or no date at all. */
  readonly format: 'iso' | 'long' | 'day-first' | 'month-first' | 'year-first' | 'ambiguous' | 'impossible' | 'none';
}
