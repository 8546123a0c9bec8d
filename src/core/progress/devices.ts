import type { ProgressEvent } from '../model/event.ts';
import { provenanceOf, readTrust, type Known, type Provenance, type Trust } from './provenance.ts';

/** Entries that never count as they are: shown apart, under the device they are said to be of. */
export interface ForeignDevice {
  /** Who signed them or, where nobody did, whose name they carry. */
  readonly device: string;
  /** The key they are signed with, not verified yet; absent where nobody signed. */
  readonly key?: string;
  readonly provenance: Exclude<Provenance, 'own'>;
  readonly events: readonly ProgressEvent[];
}

export interface EventsByOwner {
  readonly own: readonly ProgressEvent[];
  readonly foreign: readonly ForeignDevice[];
  readonly trust: Trust;
}

/**
 * Parts the learner's events from those that merely lie in the same folder: a cloned repository may carry someone
 * else's progress, or progress forged in the learner's name. `events` in order.
 */
export function splitByOwner(events: readonly ProgressEvent[], known: Known): EventsByOwner {
  const trust = readTrust(events, known);
  const own: ProgressEvent[] = [];
  const foreign = new Map<string, ForeignDevice & { events: ProgressEvent[] }>();
  for (const event of events) {
    const provenance = provenanceOf(event, trust);
    if (provenance === 'own') {
      own.push(event);
      continue;
    }
    const { device = event.dev, key } = trust.isProved(event.h) ? {} : (trust.claimOf(event) ?? {});
    const name = [device, key, provenance].join(' ');
    const group = foreign.get(name) ?? { device, ...(key !== undefined && { key }), provenance, events: [] };
    group.events.push(event);
    foreign.set(name, group);
  }
  return { own, foreign: [...foreign.values()], trust };
}
