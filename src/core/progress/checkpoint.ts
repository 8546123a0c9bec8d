import type { Catalog } from '../catalog/catalog.ts';
import { concludeState, itemsOf, ledgerOf } from './fold.ts';
import { sha256Hex } from './hash.ts';
import type { Ledger } from './ledger.ts';
import type { ProgressState } from './state.ts';

/** Counts up when the ledger changes in any way: a checkpoint of another build is of no use. */
const FORMAT = 2;

/**
 * What a long log came to, so that a window can show it before it has read the log again. A cache and nothing more: it
 * holds only while `mark` (what the files looked like) and the catalog's names are the same, and the log is read anyway.
 */
export function encodeCheckpoint(state: ProgressState, catalog: Catalog, mark: string): string {
  const { counted } = state;
  return JSON.stringify(
    { format: FORMAT, names: namesDigest(catalog), mark, counted, ledger: ledgerOf(state) },
    mapsToPairs,
  );
}

export function decodeCheckpoint(text: string, catalog: Catalog, mark: string): ProgressState | undefined {
  try {
    const kept = JSON.parse(text, pairsToMaps) as Record<string, unknown>;
    const isCurrent = kept['format'] === FORMAT && kept['mark'] === mark && kept['names'] === namesDigest(catalog);
    return isCurrent ? concludeState(kept['ledger'] as Ledger, catalog, kept['counted'] as number) : undefined;
  } catch {
    return undefined;
  }
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
