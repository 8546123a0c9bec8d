import type { ProgressEvent, Revoke } from './event.ts';

/** The order of events: by id, which grows with time; by hash where two ids collide. */
export function sortEvents(events: Iterable<ProgressEvent>): ProgressEvent[] {
  return [...events].sort(compareEvents);
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
    if (event.type === 'revoke') for (const hash of (event as unknown as Revoke).hashes) revoked.add(hash);
    live.push(event);
  }
  return live.reverse();
}

function compareEvents(a: ProgressEvent, b: ProgressEvent): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.h < b.h ? -1 : a.h > b.h ? 1 : 0;
}
