import type { Corpus } from './corpus.ts';
import type { CorpusEntry } from './entry.ts';
import { PathIndex } from './pathIndex.ts';
import { RecordGroups, shelfOf } from './recordGroup.ts';

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
    listAwaited = () => [],
    elsewhere = [],
  }: {
    files?: Iterable<string> | PathIndex;
    anchorsOf?: (file: string) => ReadonlySet<string> | undefined;
    linksOf?: (file: string) => ReadonlySet<string> | undefined;
    /** Every heading that a link names together with its file, as `file#anchor`. */
    listAwaited?: () => Iterable<string>;
    elsewhere?: Corpus['elsewhere'];
  } = {},
): Corpus {
  const sorted = [...entries].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const byFile = new Map(sorted.map((entry) => [entry.file, entry]));
  const paths = files && (files instanceof PathIndex ? files : new PathIndex(files));
  // Made when the first rule asks: what changes with every letter of a title must cost little.
  let groups: RecordGroups | undefined;
  let awaited: ReadonlySet<string> | undefined;
  let branches: ReadonlyMap<string, Corpus['elsewhere']> | undefined;
  return {
    entries: sorted,
    entry: (file) => byFile.get(file),
    group: (kind, shelf) => (groups ??= new RecordGroups(sorted)).of(kind, shelf),
    exists: (file) => paths?.has(file),
    inOtherCase: (file) => paths?.inOtherCase(file) ?? [],
    anchors: anchorsOf,
    linksOf,
    isAwaited: (file, anchor) => (awaited ??= new Set(listAwaited())).has(`${file}#${anchor}`),
    elsewhere,
    onBranches: (shelf, number) => (branches ??= groupByPlace(elsewhere)).get(toPlace(shelf, number)) ?? [],
  };
}

const toPlace = (shelf: string, number: number | undefined) => `${number}\n${shelf}`;

function groupByPlace(elsewhere: Corpus['elsewhere']): ReadonlyMap<string, Corpus['elsewhere']> {
  const places = new Map<string, Corpus['elsewhere'][number][]>();
  for (const entry of elsewhere) {
    const place = toPlace(shelfOf(entry.file), entry.number);
    places.set(place, [...(places.get(place) ?? []), entry]);
  }
  return places;
}
