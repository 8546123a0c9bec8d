import type { DeviceAdopted, DeviceReleased, ProgressEvent } from '../model/event.ts';

/** Events of a device the learner has not adopted: shown apart, never counted. */
export interface ForeignDevice {
  readonly device: string;
  readonly events: readonly ProgressEvent[];
}

export interface EventsByOwner {
  readonly own: readonly ProgressEvent[];
  readonly foreign: readonly ForeignDevice[];
}

/**
 * Parts the learner's events from those that merely lie in the same folder: a cloned repository may carry someone
 * else's progress, or forged progress.
 *
 * `roots` are the ids of this computer. A device adopted by an own one is own as well, with the devices it adopted:
 * a laptop that knew the desktop brings it along. Only a root can release, and only if its word is the later one.
 */
export function splitByOwner(events: readonly ProgressEvent[], roots: ReadonlySet<string>): EventsByOwner {
  const own = ownDevices(events, roots);
  if (events.every(({ dev }) => own.has(dev))) return { own: events, foreign: [] };
  const foreign = new Map<string, ProgressEvent[]>();
  const mine: ProgressEvent[] = [];
  for (const event of events) {
    if (own.has(event.dev)) mine.push(event);
    else listOf(foreign, event.dev).push(event);
  }
  return { own: mine, foreign: [...foreign].map(([device, events]) => ({ device, events })) };
}

function ownDevices(events: readonly ProgressEvent[], roots: ReadonlySet<string>): ReadonlySet<string> {
  const adoptions: (ProgressEvent & DeviceAdopted)[] = [];
  const released = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'device.adopted') adoptions.push(event as ProgressEvent & DeviceAdopted);
    if (event.type === 'device.released' && roots.has(event.dev)) {
      const { device } = event as ProgressEvent & DeviceReleased;
      if (event.id > (released.get(device) ?? '')) released.set(device, event.id);
    }
  }
  const own = new Set(roots);
  for (let size = -1; size < own.size;) {
    size = own.size;
    for (const { dev, device, id } of adoptions) if (own.has(dev) && id > (released.get(device) ?? '')) own.add(device);
  }
  return own;
}

function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
