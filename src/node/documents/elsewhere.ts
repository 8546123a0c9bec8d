import { fileNumber, shelfOf, type Corpus, type DocumentLibrary } from '../../core/documents/index.ts';
import { runGit } from '../git.ts';
import type { Place } from '../findWorkspace.ts';
import { namesBetween } from './files.ts';

/** Whoever has more has forgotten most of them; those that moved last are asked. */
const MOST_BRANCHES = 200;
/** More folders than this are no longer named one by one. */
const MOST_SHELVES = 100;

type Elsewhere = Corpus['elsewhere'][number];
type Shelves = readonly (readonly [shelf: string, of: Pick<Elsewhere, 'kind' | 'profile'>])[];

/** For each folder: the files of a commit, by its id and what was asked for. They never change, so git is asked once. */
const listingsByRoot = new Map<string, Map<string, Promise<readonly string[]>>>();

/**
 * Documents that only other local and remote branches have, by name: enough to see that a number is taken. What is merged
 * here already, and what a branch only still has because it was renamed or removed here, is none of them. Asked for are
 * the folders that have documents here, and those `planned`: there another branch may have the first.
 */
export async function readElsewhere(
  place: Place,
  { corpus }: DocumentLibrary,
  { planned = [], signal }: { planned?: Shelves; signal?: AbortSignal } = {},
): Promise<Corpus['elsewhere']> {
  const here = corpus.entries.map(({ file, kind, profile }) => [shelfOf(file), { kind, profile }] as const);
  const shelves = new Map([...planned, ...here]);
  if (shelves.size === 0) return [];
  const { repository } = place;
  const { toRepository, toWorkspace } = namesBetween(place);
  const wanted = [...shelves.keys()].map(toRepository).filter((folder) => folder !== undefined);
  if (wanted.length === 0) return [];
  const folders = wanted.includes('') || wanted.length > MOST_SHELVES ? [] : wanted;
  const before = listingsByRoot.get(place.root);
  const listings: typeof before = new Map();
  // What no branch shows any more is forgotten with the listings before.
  listingsByRoot.set(place.root, listings);
  const list = (commit: string) => {
    const key = [commit, ...folders].join('\0');
    const files = listings.get(key) ?? before?.get(key) ?? listFiles(repository, commit, folders, signal);
    listings.set(key, files);
    return files;
  };
  const found = new Map<string, Elsewhere>();
  for (const { commit, branch } of await listBranches(repository, signal)) {
    const entries = (await list(commit))
      .flatMap((file) => toEntry(toWorkspace(file) ?? '', branch, shelves))
      .filter(({ file }) => !corpus.entry(file) && !found.has(file));
    const isDisputed = ({ file, kind, number }: Elsewhere) =>
      corpus.group(kind, shelfOf(file)).numbered(number!).length > 0;
    const shared = entries.some(isDisputed) ? await listShared(repository, commit, list) : undefined;
    for (const entry of entries) if (!shared?.has(toRepository(entry.file)!)) found.set(entry.file, entry);
  }
  return [...found.values()];
}

/** Branches with something that is not merged here, the last one moved first; one of those that name the same commit. */
async function listBranches(root: string, signal?: AbortSignal): Promise<{ commit: string; branch: string }[]> {
  const question = [
    'for-each-ref',
    '--no-merged=HEAD',
    '--sort=-committerdate',
    `--count=${MOST_BRANCHES}`,
    '--format=%(objectname) %(refname:short)',
    'refs/heads',
    'refs/remotes',
  ] as const;
  const refs = await runGit(root, question, { signal });
  const byCommit = new Map<string, string>();
  for (const line of (refs ?? '').split('\n').filter(Boolean)) {
    const space = line.indexOf(' ');
    const commit = line.slice(0, space);
    if (!byCommit.has(commit)) byCommit.set(commit, line.slice(space + 1));
  }
  return [...byCommit].map(([commit, branch]) => ({ commit, branch }));
}

async function listFiles(
  root: string,
  commit: string,
  folders: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const question = ['ls-tree', '-r', '-z', '--name-only', '--end-of-options', commit, ...folders] as const;
  const listing = await runGit(root, question, { signal });
  return (listing ?? '').split('\0').filter((file) => /\.md$/i.test(file));
}

/** What both sides had when their ways parted. */
async function listShared(
  root: string,
  commit: string,
  list: (commit: string) => Promise<readonly string[]>,
): Promise<ReadonlySet<string>> {
  const base = (await runGit(root, ['merge-base', 'HEAD', commit]))?.trim();
  return new Set(base ? await list(base) : []);
}

function toEntry(
  file: string,
  branch: string,
  shelves: ReadonlyMap<string, Pick<Elsewhere, 'kind' | 'profile'>>,
): Elsewhere[] {
  const shelf = shelves.get(shelfOf(file));
  const number = fileNumber(file);
  if (!shelf || number === undefined) return [];
  const unread = { title: file, status: undefined, statusForm: undefined, date: undefined, relations: [] };
  return [{ ...shelf, ...unread, file, number, branch }];
}
