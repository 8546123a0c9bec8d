import { katas as bundledKatas, paths as bundledPaths } from 'katapath:catalog';
import type { ListedKata } from './kata.ts';
import { joinPaths } from './joinPaths.ts';
import type { LearningPath } from './path.ts';

/** Everything there is to practise, as it was when the bundle was built. */
export interface Catalog {
  readonly paths: readonly LearningPath[];
  readonly katas: readonly ListedKata[];
}

export const bundledCatalog: Catalog = { paths: joinPaths(bundledPaths), katas: bundledKatas };

export function findKata(catalog: Catalog, id: string): ListedKata | undefined {
  return catalog.katas.find((kata) => kata.manifest.id === id);
}
