import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/path.ts';
import type { ProgressEvent } from '../model/event.ts';
import { liveEvents } from './live.ts';
import { namesOf } from './names.ts';

/** What a plan says of its items is not progress, and a credential stands for itself. */
const KEPT = new Set(['plan.started', 'plan.stopped', 'plan.ordered', 'credential.issued', 'revoke']);

/** The `h` of every live event that tells of an item, or of its kata: what a reset takes back. `events` sorted by id. */
export function eventsOfItem(item: Item, events: readonly ProgressEvent[], catalog: Catalog): readonly string[] {
  const names = namesOf(catalog);
  return liveEvents(events)
    .filter((event) => {
      if (KEPT.has(event.type)) return false;
      const { item: id, outcome, kata } = event as ProgressEvent & Partial<Record<'item' | 'outcome' | 'kata', string>>;
      return (
        (id !== undefined && names.item(id) === item.id) ||
        (outcome !== undefined && names.item(outcome) === item.id) ||
        (kata !== undefined && item.kata !== undefined && names.kata(kata) === item.kata)
      );
    })
    .map(({ h }) => h);
}
