import type { TextRange } from '../problem.ts';

/** A text read into plain data, with the place of every value. */
export interface ArtifactText {
  /** One for each document of the file: YAML may hold several. */
  readonly documents: readonly ArtifactDocument[];
  /** What kept the text from being read; each on its words. */
  readonly errors: readonly { readonly message: string; readonly range: TextRange }[];
}

export interface ArtifactDocument {
  readonly data: unknown;
  /** The place of the value at a path, or of its key; the nearest one above when it is absent. */
  rangeAt(path: readonly string[], part?: 'key' | 'value'): TextRange;
}

/** How the files of a kind are written. */
export type ArtifactLanguage = 'yaml' | 'json' | 'dockerfile' | 'mermaid';

/** Larger texts are not read. */
export const LARGEST = 1024 * 1024;
