import type { EventType, KnownEvent } from './event.ts';
import { itemHandlers } from './itemHandlers.ts';
import { kataHandlers } from './kataHandlers.ts';
import type { Ledger } from './ledger.ts';
import type { Names } from './names.ts';
import { planHandlers } from './planHandlers.ts';

type Handler<T extends EventType> = (ledger: Ledger, event: Extract<KnownEvent, { type: T }>, names: Names) => void;

/** How events of some types enter the ledger. */
export type Handlers<T extends EventType> = { readonly [K in T]: Handler<K> };

/** One handler per type; the compiler misses none. */
const all: Handlers<EventType> = { ...kataHandlers, ...itemHandlers, ...planHandlers };

export const handlers = new Map(Object.entries(all)) as ReadonlyMap<
  string,
  (ledger: Ledger, event: KnownEvent, names: Names) => void
>;
