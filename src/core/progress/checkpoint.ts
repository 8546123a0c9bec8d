import type { Catalog } from '../model/catalog.ts';
import type { ProgressEvent } from '../model/event.ts';
import { extendState, isExtension } from './extend.ts';
import { concludeState, itemsOf, ledgerOf } from './fold.ts';
import { sha256Hex } from './hash.ts';
import type { Ledger } from './ledger.ts';
import type { ProgressState } from './state.ts';

/** Counts up when the ledger changes in any way: a checkpoint of another build is of no use. */
const FORMAT = 3;

/**
 * What a long log came to, so that a window can show it before it has read the log again. A cache and nothing more: it
 * holds only while the catalog's names are the same and the files have at most grown, and the log is read anyway.
 */
export interface Checkpoint {
  readonly state: ProgressState;
  /** What the files looked like when they were read. */
  readonly mark: string;
  /** The youngest id that was folded. */
  readonly lastId: string;
}

export function encodeCheckpoint({ state, mark, lastId }: Checkpoint, catalog: Catalog): string {
  const { counted } = state;
  return JSON.stringify(
    { format: FORMAT, names: namesDigest(catalog), mark, lastId, counted, ledger: ledgerOf(state) },
    mapsToPairs,
  );
}

/** Undefined when it is another build's, another catalog's, or spoilt. */
export function decodeCheckpoint(text: string, catalog: Catalog): Checkpoint | undefined {
  try {
    const kept = JSON.parse(text, pairsToMaps) as Checkpoint & Record<string, unknown>;
    if (kept['format'] !== FORMAT || kept['names'] !== namesDigest(catalog)) return undefined;
    const state = concludeState(kept['ledger'] as Ledger, catalog, kept['counted'] as number);
    return { state, mark: kept.mark, lastId: kept.lastId };
  } catch {
    return undefined;
  }
}

/**
 * The checkpoint's state with what was written after it; undefined when that is more than can be entered on top: events
 * that take something back, are of another device, or lie between older ones.
 */
export function continueCheckpoint(
  { state, lastId }: Checkpoint,
  later: readonly ProgressEvent[],
  { catalog, device }: { catalog: Catalog; device: string },
): ProgressState | undefined {
  if (later.length === 0) return state;
  let last = lastId;
  for (const event of later) {
    if (event.id <= last || event.dev !== device || !isExtension(event)) return undefined;
    last = event.id;
  }
  return extendState(state, later, catalog);
}

/** The ledger is kept under present names; a new alias would sort old events elsewhere. */
function namesDigest(catalog: Catalog): string {
  const aliased = catalog.paths.flatMap(itemsOf).filter(({ aliases }) => aliases);
  return sha256Hex(JSON.stringify(aliased.map(({ id, kata, aliases }) => [id, kata, aliases])));
}

interface Pairs {
  readonly pairs: [unknown, unknown][];
}

function mapsToPairs(_key: string, value: unknown): unknown {
  return value instanceof Map ? ({ pairs: [...value] } satisfies Pairs) : value;
}

function pairsToMaps(_key: string, value: unknown): unknown {
  const isPairs = typeof value === 'object' && value !== null && Array.isArray((value as Pairs).pairs);
  return isPairs ? new Map((value as Pairs).pairs) : value;
}
