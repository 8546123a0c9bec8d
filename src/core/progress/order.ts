import type { ProgressEvent } from '../model/event.ts';

/** Where an event stands: below the id it follows, so many steps after it, and there by its own id. */
interface Place {
  readonly root: string;
  readonly depth: number;
}

/**
 * The order of events: by id, which grows with time; by hash where two ids collide. An event said twice is one.
 *
 * An event that was written when another lay far in the future says so (`after`), and comes after that one whatever its
 * own id: one wrong clock neither has the last word for good nor drives the ids of everybody else into the future.
 */
export function sortEvents(events: readonly ProgressEvent[]): readonly ProgressEvent[] {
  if (isSorted(events)) return events;
  const placeOf = places(events);
  return [...events]
    .sort((a, b) => comparePlaces(placeOf(a), placeOf(b)) || compareEvents(a, b))
    .filter((event, index, sorted) => event.h !== sorted[index - 1]?.h);
}

/** Whether an event simply comes next: nothing far in the future is in play. */
export function isNext(event: ProgressEvent, last: Pick<ProgressEvent, 'id' | 'after'>): boolean {
  return event.after === undefined && last.after === undefined && event.id > last.id;
}

function isSorted(events: readonly ProgressEvent[]): boolean {
  return events.every((event, index) => (index === 0 ? event.after === undefined : isNext(event, events[index - 1]!)));
}

function places(events: readonly ProgressEvent[]): (event: ProgressEvent) => Place {
  const followers = events.filter(({ after }) => after !== undefined);
  if (followers.length === 0) return ({ id }) => ({ root: id, depth: 0 });
  const byHash = new Map(events.map((event) => [event.h, event]));
  const known = new Map<string, Place>();
  return (event) => {
    const path: ProgressEvent[] = [];
    let at: ProgressEvent | undefined = event;
    while (at && !known.has(at.h)) {
      path.push(at);
      at = at.after === undefined ? undefined : byHash.get(at.after);
    }
    let place = at && known.get(at.h);
    for (const each of path.reverse()) {
      place = place ? { root: place.root, depth: place.depth + 1 } : { root: each.id, depth: 0 };
      known.set(each.h, place);
    }
    return place!;
  };
}

function comparePlaces(a: Place, b: Place): number {
  if (a.root !== b.root) return a.root < b.root ? -1 : 1;
  return a.depth - b.depth;
}

function compareEvents(a: ProgressEvent, b: ProgressEvent): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.h < b.h ? -1 : a.h > b.h ? 1 : 0;
}
