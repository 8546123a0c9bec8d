import type { EventType, KnownEvent } from '../model/event.ts';
import type { Ledger } from './ledger.ts';
import type { Names } from './names.ts';

type Handler<T extends EventType> = (ledger: Ledger, event: Extract<KnownEvent, { type: T }>, names: Names) => void;

/** How events of some types enter the ledger. */
export type Handlers<T extends EventType> = { readonly [K in T]: Handler<K> };
