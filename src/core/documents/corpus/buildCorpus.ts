import type { Corpus, CorpusEntry } from './corpus.ts';

/**
 * The corpus of some entries. `files` are all paths of the workspace, design documents or not; without it nobody knows
 * which links are broken. `anchorsOf` answers for Markdown files at hand.
 */
export function buildCorpus(
  entries: Iterable<CorpusEntry>,
  {
    files,
    anchorsOf = () => undefined,
    linksOf = () => undefined,
    elsewhere = [],
  }: {
    files?: Iterable<string>;
    anchorsOf?: (file: string) => ReadonlySet<string> | undefined;
    linksOf?: (file: string) => ReadonlySet<string> | undefined;
    elsewhere?: Corpus['elsewhere'];
  } = {},
): Corpus {
  const sorted = [...entries].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const byFile = new Map(sorted.map((entry) => [entry.file, entry]));
  const known = files && withFolders(files);
  const byLowerCase = new Map<string, string[]>();
  for (const file of known ?? [])
    byLowerCase.set(file.toLowerCase(), [...(byLowerCase.get(file.toLowerCase()) ?? []), file]);
  return {
    entries: sorted,
    entry: (file) => byFile.get(file),
    exists: (file) => known?.has(file.replace(/\/$/, '')),
    inOtherCase: (file) => (byLowerCase.get(file.toLowerCase()) ?? []).filter((other) => other !== file),
    anchors: anchorsOf,
    linksOf,
    elsewhere,
  };
}

/** The files, and every folder on the way to them; the root is the empty path. */
function withFolders(files: Iterable<string>): Set<string> {
  const known = new Set<string>(['']);
  for (const file of files)
    for (let path = file; path !== '' && !known.has(path); path = path.slice(0, Math.max(path.lastIndexOf('/'), 0)))
      known.add(path);
  return known;
}
