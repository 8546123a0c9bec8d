import type { Catalog } from '../model/catalog.ts';
import type { ProgressEvent } from '../model/event.ts';
import { fold, itemsOf } from '../progress/fold.ts';
import { sortEvents } from '../progress/order.ts';

/** One learner's published events, under the name of their folder. */
export interface Learner {
  readonly name: string;
  readonly events: readonly ProgressEvent[];
}

export interface TeamPath {
  readonly path: string;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly complete: boolean;
}

export interface TeamRow {
  readonly learner: string;
  /** The day of the latest entry, ISO 8601; absent when there is none. */
  readonly lastActive?: string;
  readonly attempts: number;
  readonly katasDone: number;
  /** Paths the learner has begun. */
  readonly paths: readonly TeamPath[];
}

/**
 * What each learner's own entries come to. Nothing proves that they did the work: a mentor sees what they published,
 * and that it is unchanged since.
 */
export function teamTable(learners: readonly Learner[], catalog: Catalog): TeamRow[] {
  const items = catalog.paths.flatMap(itemsOf).filter(({ kind }) => kind === 'kata');
  const katas = new Set(items.map(({ id }) => id));
  return learners.map(({ name, events }) => {
    const state = fold(events, catalog);
    const lastActive = sortEvents(events).at(-1)?.at.slice(0, 10);
    return {
      learner: name,
      ...(lastActive && { lastActive }),
      attempts: [...state.katas.values()].reduce((sum, { attempts }) => sum + attempts, 0),
      katasDone: [...katas].filter((id) => state.items.get(id)!.state === 'done').length,
      paths: catalog.paths
        .map((path) => ({ title: path.title, ...state.paths.get(path.id)! }))
        .filter(({ started }) => started)
        .map(({ path, title, done, total, complete }) => ({ path, title, done, total, complete })),
    };
  });
}
