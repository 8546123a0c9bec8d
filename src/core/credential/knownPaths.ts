import type { Catalog } from '../model/catalog.ts';
import type { LearningPath } from '../model/path.ts';
import { sha256Hex } from '../progress/hash.ts';
import { toCanonicalJson } from './canonical.ts';
import { toNi } from './identifiers.ts';
import shipped from './shippedPaths.json';

/** A path that Katapath publishes or published, as one of its versions shipped it. */
export interface KnownPath {
  readonly id: string;
  readonly title: string;
  /** What a credential calls its definition. */
  readonly digest: string;
  readonly size: string;
  /** The version of Katapath that shipped it; absent for the one that is running. */
  readonly release?: string;
}

/** Every path of Katapath that is known here: those that come with it, and those of earlier versions. */
export function knownPaths({ paths }: Pick<Catalog, 'paths'>): readonly KnownPath[] {
  return [...paths.map(toKnownPath), ...shipped];
}

export function toKnownPath(path: LearningPath): KnownPath {
  return { id: path.id, title: path.title, digest: digestOfPath(path), size: sizeOf(path) };
}

/** The name of a path's definition by its own bytes: another item, title or order is another name. */
export function digestOfPath(path: LearningPath): string {
  return toNi(sha256Hex(toCanonicalJson(path)));
}

/** How large a path is, in words: "6 outcomes, 231 items". */
export function sizeOf({ steps }: LearningPath): string {
  const items = new Set(steps.flatMap((step) => step.items.map(({ id }) => id))).size;
  return `${count(steps.length, 'outcome')}, ${count(items, 'item')}`;
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
