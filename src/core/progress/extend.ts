import type { Catalog } from '../model/catalog.ts';
import type { KnownEvent, ProgressEvent } from '../model/event.ts';
import { concludeState, ledgerOf } from './fold.ts';
import type { Ledger } from './ledger.ts';
import { enterEvent } from './buildLedger.ts';
import { namesOf, type Names } from './names.ts';
import type { ProgressState } from './state.ts';

/**
 * The fold of everything folded so far and these events, which come after all of it and take nothing back. Equal to
 * folding anew, but as quick after a hundred thousand events as after ten. The state given stays as it was.
 */
export function extendState(state: ProgressState, events: readonly ProgressEvent[], catalog: Catalog): ProgressState {
  const names = namesOf(catalog);
  const ledger = copyLedger(ledgerOf(state));
  for (const event of events) {
    copyTouched(ledger, event, names);
    enterEvent(ledger, event, names);
  }
  return concludeState(ledger, catalog, state.counted + events.length);
}

/** Whether an event can be entered on top: what is taken back, or whose events count, needs the whole fold. */
export function isExtension({ type }: Pick<ProgressEvent, 'type'>): boolean {
  return type !== 'revoke' && !type.startsWith('device.');
}

function copyLedger(ledger: Ledger): Ledger {
  return {
    katas: new Map(ledger.katas),
    marks: new Map(ledger.marks),
    outcomes: new Map(ledger.outcomes),
    practice: new Map(ledger.practice),
    plans: new Map(ledger.plans),
    credentials: [...ledger.credentials],
    unknown: ledger.unknown,
  };
}

/** The entries that handlers change in place are copied first; marks are replaced whole. */
function copyTouched(ledger: Ledger, event: ProgressEvent, names: Names): void {
  const { kata, item, outcome, path } = event as Partial<Record<'kata' | 'item' | 'outcome' | 'path', string>> &
    KnownEvent;
  if (kata !== undefined) copyEntry(ledger.katas, names.kata(kata));
  if (outcome !== undefined) copyEntry(ledger.outcomes, names.item(outcome));
  if (item !== undefined) copyEntry(ledger.practice, names.item(item));
  if (path !== undefined) copyEntry(ledger.plans, path);
}

function copyEntry<V>(entries: Map<string, V>, key: string): void {
  const entry = entries.get(key);
  if (entry !== undefined) entries.set(key, structuredClone(entry));
}
