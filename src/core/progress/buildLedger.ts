import type { ProgressEvent } from '../model/event.ts';
import { handlers } from './handlers.ts';
import type { Ledger } from './ledger.ts';
import { migrate } from './migrate.ts';
import type { Names } from './names.ts';

/** `live` in order, as `liveEvents` gives them. */
export function buildLedger(live: readonly ProgressEvent[], names: Names): Ledger {
  const ledger: Ledger = {
    katas: new Map(),
    marks: new Map(),
    outcomes: new Map(),
    practice: new Map(),
    plans: new Map(),
    credentials: [],
    unknown: 0,
  };
  for (const event of live) {
    enterEvent(ledger, event, names);
  }
  return ledger;
}

/** What this build cannot make sense of is counted: a later type or version, or a spoilt line that was read on trust. */
export function enterEvent(ledger: Ledger, event: ProgressEvent, names: Names): void {
  const known = migrate(event);
  const handler = known && handlers.get(known.type);
  try {
    if (handler) handler(ledger, known, names);
    else ledger.unknown++;
  } catch {
    ledger.unknown++;
  }
}
