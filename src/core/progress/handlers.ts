import type { EventType, KnownEvent } from '../model/event.ts';
import type { Handlers } from './handler.ts';
import { itemHandlers } from './itemHandlers.ts';
import { kataHandlers } from './kataHandlers.ts';
import type { Ledger } from './ledger.ts';
import type { Names } from './names.ts';
import { planHandlers } from './planHandlers.ts';

/** One handler per type; the compiler misses none. */
const all: Handlers<EventType> = { ...kataHandlers, ...itemHandlers, ...planHandlers };

export const handlers = new Map(Object.entries(all)) as ReadonlyMap<
  string,
  (ledger: Ledger, event: KnownEvent, names: Names) => void
>;
