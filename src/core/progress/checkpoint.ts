import type { Catalog } from '../model/catalog.ts';
import type { ProgressEvent } from '../model/event.ts';
import type { LastEvent, Summary } from './eventSet.ts';
import { extendState, isExtension } from './extend.ts';
import { concludeState, itemsOf, ledgerOf } from './fold.ts';
import { sha256Hex } from './hash.ts';
import type { Ledger } from './ledger.ts';
import { isNext } from './order.ts';
import type { ProgressNotice } from './store.ts';

/** Counts up when the ledger changes in any way: a checkpoint of another build is of no use. */
const FORMAT = 4;

/**
 * What a long log came to, so that a window or a command can go on without reading it again. A cache and nothing more: it
 * is made of what counts and of nothing else, it holds only while the catalog's names are the same, the log has at most
 * grown and the copies are as they were, and whoever doubts it reads the log.
 */
export interface Checkpoint extends Summary {
  /** Whose log it is. */
  readonly device: string;
  /** What the log's files looked like when they were read. */
  readonly mark: string;
  /** The same of each copy, by its place. */
  readonly copies: Readonly<Record<string, string>>;
  /** What there was to tell about all of them. */
  readonly notices: readonly ProgressNotice[];
}

export function encodeCheckpoint({ state, ...rest }: Checkpoint, catalog: Catalog): string {
  const { counted } = state;
  const text = JSON.stringify(
    { format: FORMAT, names: namesDigest(catalog), ...rest, counted, ledger: ledgerOf(state) },
    mapsToPairs,
  );
  return `${sha256Hex(text)}\n${text}`;
}

/** Undefined when it is another build's, another catalog's, or not what was written. */
export function decodeCheckpoint(kept: string, catalog: Catalog): Checkpoint | undefined {
  const [digest, text = ''] = [kept.slice(0, 64), kept.slice(65)];
  if (digest !== sha256Hex(text)) return undefined;
  try {
    const { format, names, counted, ledger, ...rest } = JSON.parse(text, pairsToMaps) as Checkpoint & Stored;
    if (format !== FORMAT || names !== namesDigest(catalog)) return undefined;
    return { ...rest, state: concludeState(ledger, catalog, counted) };
  } catch {
    return undefined;
  }
}

interface Stored {
  readonly format: number;
  readonly names: string;
  readonly counted: number;
  readonly ledger: Ledger;
}

/**
 * The checkpoint with what was written after it; undefined when that is more than can be entered on top: events that
 * take something back, are of another device, or lie between older ones.
 */
export function continueCheckpoint(
  { state, last }: Summary,
  later: readonly ProgressEvent[],
  { catalog, device }: { catalog: Catalog; device: string },
): Summary | undefined {
  if (later.length === 0) return { state, last };
  let before: LastEvent = last;
  for (const event of later) {
    if (!isNext(event, before) || event.dev !== device || !isExtension(event)) return undefined;
    before = event;
  }
  return { state: extendState(state, later, catalog), last: before };
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
