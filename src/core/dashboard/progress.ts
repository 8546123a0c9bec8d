import { findKata, type Catalog } from '../model/catalog.ts';
import { itemsOf } from '../progress/fold.ts';
import { learningTree } from '../agenda/learningTree.ts';
import { belowPath } from '../agenda/phases.ts';
import type { ProgressState } from '../progress/state.ts';

/** How far one thing is: a path, a step of it, or a topic. */
export interface Share {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

export interface PathShare extends Share {
  readonly path: string;
  readonly started: boolean;
  /** Its phases, and the steps that stand in none. */
  readonly parts: readonly Share[];
}

export function pathShares(catalog: Catalog, state: ProgressState): readonly PathShare[] {
  return learningTree(catalog, state).paths.map((node) => ({
    path: node.path.id,
    ...share(node),
    started: node.started,
    parts: belowPath(node).map(share),
  }));
}

const share = ({ title, done, total, words }: Share): Share => ({ title, done, total, words });

/** Katas by the topics their manifests name, the largest first. A kata that stands in several places counts once. */
export function topicShares(catalog: Catalog, state: ProgressState): readonly Share[] {
  const seen = new Set<string>();
  const topics = new Map<string, { done: number; total: number }>();
  for (const item of catalog.paths.flatMap(itemsOf)) {
    const manifest = item.kata === undefined ? undefined : findKata(catalog, item.kata)?.manifest;
    if (!manifest || item.planned || seen.has(manifest.id)) continue;
    seen.add(manifest.id);
    const isDone = state.items.get(item.id)!.state === 'done';
    for (const topic of manifest.topics) {
      const count = topics.get(topic) ?? { done: 0, total: 0 };
      topics.set(topic, { done: count.done + (isDone ? 1 : 0), total: count.total + 1 });
    }
  }
  return [...topics]
    .map(([title, { done, total }]) => ({ title, done, total, words: `${done} of ${total} done` }))
    .sort((a, b) => b.total - a.total || (a.title < b.title ? -1 : 1));
}
