import type { ProgressEvent, Revoke } from '../model/event.ts';

/** The order of events: by id, which grows with time; by hash where two ids collide. An event said twice is one. */
export function sortEvents(events: readonly ProgressEvent[]): readonly ProgressEvent[] {
  if (isSorted(events)) return events;
  return [...events].sort(compareEvents).filter((event, index, sorted) => event.h !== sorted[index - 1]?.h);
}

/** None of a spoilt line that was read on trust. */
function hashesOf(event: ProgressEvent): readonly string[] {
  if (event.type !== 'revoke') return [];
  const { hashes } = event as ProgressEvent & Revoke;
  return Array.isArray(hashes) ? hashes : [];
}

function isSorted(events: readonly ProgressEvent[]): boolean {
  return events.every((event, index) => index === 0 || events[index - 1]!.id < event.id);
}

/**
 * The events that still count, in order: what a revoke names is gone, unless the revoke itself was revoked.
 *
 * A revoke is always younger than what it names, so one walk from the newest to the oldest decides everything: when
 * an event's turn comes, every revoke that could name it has been judged. A forged revoke of a younger event is void.
 */
export function liveEvents(sorted: readonly ProgressEvent[]): ProgressEvent[] {
  const revoked = new Set<string>();
  const live: ProgressEvent[] = [];
  for (let index = sorted.length - 1; index >= 0; index--) {
    const event = sorted[index]!;
    if (revoked.has(event.h)) continue;
    for (const hash of hashesOf(event)) revoked.add(hash);
    live.push(event);
  }
  return live.reverse();
}

function compareEvents(a: ProgressEvent, b: ProgressEvent): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.h < b.h ? -1 : a.h > b.h ? 1 : 0;
}
