import type { Catalog } from '../../src/core/model/catalog.ts';
import type { Clock } from '../../src/core/ports.ts';
import type { NewEvent, ProgressEvent } from '../../src/core/model/event.ts';
import { EventSet } from '../../src/core/progress/eventSet.ts';
import { GENESIS, sealEvents } from '../../src/core/progress/seal.ts';
import type { ProgressStore } from '../../src/core/progress/store.ts';

/** A store that forgets: the real set of events and their fold, without anywhere to write. */
export function memoryProgressStore(
  catalog: Catalog,
  {
    events = [],
    clock = Date.now,
    device = '0'.repeat(16),
  }: { events?: readonly ProgressEvent[]; clock?: Clock; device?: string } = {},
): ProgressStore {
  const set = new EventSet(catalog, new Map([[device, '']]), () => false);
  set.addOwn(events);
  let head = { dev: device, slot: 0, seq: 0, prev: GENESIS };
  return {
    catalog,
    get state() {
      return set.state;
    },
    get events() {
      return set.own;
    },
    get foreign() {
      return set.foreign;
    },
    notices: [],
    device,
    async append(bodies: readonly NewEvent[]) {
      const sealed = sealEvents(bodies, head, { last: set.last, clock });
      head = { ...head, seq: head.seq + sealed.length, prev: sealed.at(-1)?.h ?? head.prev };
      if (set.addOwn(sealed)) set.changed.fire();
      return sealed;
    },
    onDidChange: (listener) => set.changed.listen(listener),
    refresh: () => Promise.resolve(),
    dispose: () => set.changed.dispose(),
  };
}
