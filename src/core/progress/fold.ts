import type { Catalog } from '../model/catalog.ts';
import type { Item, LearningPath } from '../model/path.ts';
import type { ProgressEvent } from '../model/event.ts';
import { itemProgress } from './itemProgress.ts';
import type { Ledger } from './ledger.ts';
import { buildLedger } from './buildLedger.ts';
import { liveEvents } from './live.ts';
import { namesOf } from './names.ts';
import { sortEvents } from './order.ts';
import { findOrphans } from './orphans.ts';
import { pathProgress } from './pathProgress.ts';
import type { ItemProgress, ProgressState } from './state.ts';

/**
 * What these events mean for this catalog. Pure: the same set gives the same state, in any order and with repeats.
 *
 *     events ──sort──▶ live ──▶ ledger (what was said) ──catalog──▶ items ──▶ steps ──▶ paths
 *
 * Gates are decided here and never in the log, so a changed path cannot destroy what was recorded. Give it the
 * learner's own events only: see `splitByOwner`.
 */
export function fold(events: readonly ProgressEvent[], catalog: Catalog): ProgressState {
  const live = liveEvents(sortEvents(events));
  return concludeState(buildLedger(live, namesOf(catalog)), catalog, live.length);
}

/** The part of the fold that the catalog decides. */
export function concludeState(ledger: Ledger, catalog: Catalog, counted: number): ProgressState {
  const manifests = new Map(catalog.katas.map(({ manifest }) => [manifest.id, manifest]));
  const items = new Map<string, ItemProgress>();
  for (const item of catalog.paths.flatMap(itemsOf)) {
    if (!items.has(item.id)) items.set(item.id, itemProgress(item, ledger, manifests));
  }
  const paths = new Map(catalog.paths.map((path) => [path.id, pathProgress(path, items, ledger)]));
  return {
    items,
    paths,
    katas: ledger.katas,
    outcomes: ledger.outcomes,
    practice: ledger.practice,
    plans: ledger.plans,
    marks: ledger.marks,
    credentials: ledger.credentials,
    orphans: findOrphans(ledger, catalog),
    counted,
    unknown: ledger.unknown,
  };
}

/** The part of a state that the log alone decided. */
export function ledgerOf(state: ProgressState): Ledger {
  const { katas, marks, outcomes, practice, plans, credentials, unknown } = state;
  return { katas, marks, outcomes, practice, plans, credentials, unknown } as Ledger;
}

/** Every item of a path, its resources included. */
export function itemsOf(path: LearningPath): readonly Item[] {
  return [...path.steps.flatMap((step) => step.items), ...path.resources];
}
