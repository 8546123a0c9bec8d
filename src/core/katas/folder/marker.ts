import { isWritable } from '../../fileNames.ts';
import type { Language } from '../../model/kata.ts';

/** The file by which a kata folder is known, wherever it is moved and whatever it is called. */
export const markerName = '.katapath-kata.json';

export interface KataMarker {
  readonly kata: string;
  /** The kata's version when the folder was written or last updated. */
  readonly version: number;
  readonly language: Language;
  /** Names this one folder among several of the same kata; attempts are kept under it. */
  readonly instance: string;
  /** Hashes of the files as they were handed out, so that an update can tell the learner's work from ours. */
  readonly shipped: Readonly<Record<string, string>>;
  /** The folder's earlier instances, oldest first: before each review by memory it began anew. */
  readonly earlier?: readonly string[];
}

const INSTANCE = /^[\w-]{1,80}$/;

export function printMarker(marker: KataMarker): string {
  return `${JSON.stringify(marker, null, 2)}\n`;
}

/** Undefined for anything that is not a marker: the file stands in a workspace, where people edit. */
export function parseMarker(text: string): KataMarker | undefined {
  let value: Partial<KataMarker> | null;
  try {
    value = JSON.parse(text) as Partial<KataMarker> | null;
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { kata, version, language, instance, shipped, earlier } = value;
  if (typeof kata !== 'string' || typeof language !== 'string' || typeof instance !== 'string') return undefined;
  if (!INSTANCE.test(instance) || typeof version !== 'number' || !Number.isInteger(version)) return undefined;
  const hashes = Object.entries(typeof shipped === 'object' ? (shipped ?? {}) : {}).filter(
    // An update reads, replaces and removes what is named here.
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isWritable(entry[0]),
  );
  const before = Array.isArray(earlier)
    ? earlier.filter((name) => typeof name === 'string' && INSTANCE.test(name))
    : [];
  return {
    kata,
    version,
    language,
    instance,
    shipped: Object.fromEntries(hashes),
    ...(before.length > 0 && { earlier: before }),
  };
}
