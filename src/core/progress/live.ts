import type { ProgressEvent, Revoke } from '../model/event.ts';

/** None of a spoilt line that was read on trust. */
function hashesOf(event: ProgressEvent): readonly string[] {
  if (event.type !== 'revoke') return [];
  const { hashes } = event as ProgressEvent & Revoke;
  return Array.isArray(hashes) ? hashes : [];
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
