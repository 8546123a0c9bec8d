import kinds from '../../../../schemas/documents/kinds.json';
import type { TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Evidence, Profile } from '../profiles/profile.ts';
import { toFacts, type Facts } from './facts.ts';
import { score } from './score.ts';

export interface Detection {
  readonly profile: Profile;
  /** Why: the document or the settings name it, the text is clear, or its folder decided. */
  readonly by: 'directive' | 'settings' | 'text' | 'folder';
}

export interface DetectionHints {
  /** Path from the workspace folder's name on, forward slashes. The more of it, the better. */
  readonly path?: string | undefined;
  /** The names of the files beside it. */
  readonly beside?: Iterable<string>;
  /** The profile the settings give this path; `none` means "not ours", one that nobody has means nothing. */
  readonly settled?: string | undefined;
  /** The profile most documents of its folder have; decides between equals. */
  readonly folderProfile?: string | undefined;
}

/** Fewer points than this, and a Markdown file is not a design document. */
const ENOUGH = 4;

/**
 * The profile of a document; undefined when it is none of ours, and then nothing is said about it.
 *
 * A directive (`<!-- katapath: profile=adr/seed -->`, front matter `katapath: adr/seed`) and the settings decide alone.
 * Otherwise evidence is added up: first for the kind, then for the profile within it.
 */
export function detectProfile(
  document: DesignDocument,
  profiles: readonly Profile[],
  { path, beside, settled, folderProfile }: DetectionHints = {},
): Detection | undefined {
  const named = readDirective(document);
  if (named) return named === 'none' ? undefined : find(profiles, named, 'directive');
  if (settled === 'none') return undefined;
  // A slip in the settings is told there (KP980); the document is then what its text says.
  const chosen = settled === undefined ? undefined : find(profiles, settled, 'settings');
  if (chosen) return chosen;
  const facts = toFacts(document, path, beside);
  const kind = detectKind(facts, profiles);
  if (kind === undefined) return undefined;
  const ranked = profiles
    .filter((profile) => profile.kind === kind)
    .map((profile) => ({ profile, points: score(profile.detect ?? [], facts) }))
    .sort((a, b) => b.points - a.points || a.profile.id.localeCompare(b.profile.id));
  const best = ranked[0];
  if (!best) return undefined;
  const neighbour = ranked.find(({ profile }) => profile.id === folderProfile);
  const isClose =
    neighbour && neighbour !== best && neighbour.points > 0 && best.points - neighbour.points <= AMBIGUOUS;
  return isClose ? { profile: neighbour.profile, by: 'folder' } : { profile: best.profile, by: 'text' };
}

/** A lead of so many points over the folder's own profile is no lead. */
const AMBIGUOUS = 1;

function find(profiles: readonly Profile[], id: string, by: 'directive' | 'settings'): Detection | undefined {
  const profile = profiles.find((candidate) => candidate.id === id);
  return profile && { profile, by };
}

const DIRECTIVE = /^katapath:\s*(?:profile\s*=\s*)?([\w-]+(?:\/[\w-]+)*)\s*$/;

/** The profile a document names itself; it may be one that does not exist. */
export function readDirective(document: DesignDocument): string | undefined {
  const { frontMatter } = document;
  const key = frontMatter?.data.katapath;
  if (typeof key === 'string') return key;
  for (const { words } of document.comments) {
    const found = DIRECTIVE.exec(words);
    if (found) return found[1];
  }
  return undefined;
}

/** Where a document speaks to us in words that are not understood. */
export function findUnreadDirectives({ frontMatter, comments, text }: DesignDocument): TextRange[] {
  const entry = frontMatter?.entries.find(({ key }) => key === 'katapath');
  const unread = entry && typeof entry.value !== 'string' ? [entry.valueRange] : [];
  for (const { range, words } of comments) {
    if (!words.startsWith('katapath:') || DIRECTIVE.test(words)) continue;
    const start = text.indexOf(words, range.start);
    unread.push({ start, end: start + words.length });
  }
  return unread;
}

function detectKind(facts: Facts, profiles: readonly Profile[]): string | undefined {
  const correction = score(kinds.any as Evidence[], facts);
  let best: string | undefined;
  let bestPoints = ENOUGH - 1;
  for (const [kind, evidence] of kindEvidence(profiles)) {
    const points = score(evidence, facts) + correction;
    if (points > bestPoints) [best, bestPoints] = [kind, points];
  }
  return best;
}

const builtIn = Object.entries(kinds).filter(([kind]) => kind !== 'any') as [string, readonly Evidence[]][];

/** Built-in kinds have evidence of their own; for a workspace's new kind its profiles' evidence speaks. */
function kindEvidence(profiles: readonly Profile[]): readonly [string, readonly Evidence[]][] {
  const own = profiles.filter(({ kind }) => !Object.hasOwn(kinds, kind));
  return own.length === 0
    ? builtIn
    : [...builtIn, ...own.map(({ kind, detect = [] }) => [kind, detect] as [string, readonly Evidence[]])];
}
