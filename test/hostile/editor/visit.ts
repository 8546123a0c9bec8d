/** What the visitor is to do in a window, handed over as JSON. */
export interface Visit {
  /** The hostile repositories, and what to open in each. */
  readonly stops: readonly Stop[];
  /** A document of an honest repository that has a problem: it is checked last. */
  readonly last: string;
  /** Where the report goes. */
  readonly report: string;
}

export interface Stop {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
  /** The profile of a document to make there. */
  readonly profile: string;
}

export interface Report {
  readonly isTrusted: boolean;
  /** How many folders were open in the window, one batch after the other, and how many files. */
  readonly folders: number;
  readonly opened: number;
  /** Exceptions that nobody caught, and answers of Katapath that never came. */
  readonly faults: readonly string[];
  /** Whether the last document was checked after all of them. */
  readonly isAlive: boolean;
  /** The longest the extensions' process computed without letting anything else have a turn. */
  readonly longestTurn: { readonly milliseconds: number; readonly at: string };
}
