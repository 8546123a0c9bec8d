/** One document as the others see it. JSON, so that shards and workers can exchange it. */
export interface CorpusEntry {
  readonly file: string;
  readonly kind: string;
  readonly profile: string;
  readonly title: string;
  readonly number: number | undefined;
  readonly status: string | undefined;
  readonly statusForm: string | undefined;
  readonly date: string | undefined;
  /** What its header says about other documents. */
  readonly relations: readonly Relation[];
}

export interface Relation {
  readonly kind: 'supersedes' | 'superseded-by' | 'amends';
  /** The number meant, when one is written. */
  readonly number: number | undefined;
  /** The path meant, relative to the workspace, when a link is written. */
  readonly file: string | undefined;
  readonly range: { readonly start: number; readonly end: number };
}
