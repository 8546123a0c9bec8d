import type { CorpusEntry } from './entry.ts';
import type { RecordGroup } from './recordGroup.ts';

/**
 * What rules may ask about the other documents of a workspace. Plain data and look-ups, so that an answer costs no
 * reading and checking every document of a large workspace costs no square.
 */
export interface Corpus {
  /** Every design document, in the order of their paths; the one being checked among them. */
  readonly entries: readonly CorpusEntry[];
  /** The entry of a path. */
  entry(file: string): CorpusEntry | undefined;
  /** The records of a kind as they are numbered: all of them, or those of one shelf (see `shelfOf`). */
  group(kind: string, shelf?: string): RecordGroup;
  /** Whether any file or folder (design document or not) exists at a path; undefined when nobody knows. */
  exists(file: string): boolean | undefined;
  /** Paths that differ from `file` in case only. */
  inOtherCase(file: string): readonly string[];
  /** The fragments a Markdown file offers; undefined when it is not at hand. */
  anchors(file: string): ReadonlySet<string> | undefined;
  /** The files a Markdown file (an index) links to; undefined when it is not at hand. */
  linksOf(file: string): ReadonlySet<string> | undefined;
  /** Whether a link somewhere names the file and this heading of it (see `toAnchor`). */
  isAwaited(file: string, anchor: string): boolean;
  /** Documents on other branches: same shape, with the branch's name. */
  readonly elsewhere: readonly (CorpusEntry & { readonly branch: string })[];
  /** Those of them with a number on a shelf. */
  onBranches(shelf: string, number: number): Corpus['elsewhere'];
}
