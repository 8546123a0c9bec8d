import type { ProgressEvent } from '../model/event.ts';
import { sha256Hex } from './hash.ts';
import { encodeLog } from './log.ts';
import { encodeSignatures, type LogSignature } from './signature.ts';

/** Events in a file that is written once and never changed: what is published, recovered or imported. */
export interface Bundle {
  /** `<date>-<hash>.jsonl`; the hash is of the text, so two branches that publish the same events write the same file. */
  readonly name: string;
  readonly text: string;
}

const NAME = /^\d{4}-\d{2}-\d{2}-([0-9a-f]{16})\.jsonl$/;

/** `events` sorted, with what proves whose they are. `day` begins the name: the first event's, where there is one. */
export function makeBundle(
  events: readonly ProgressEvent[],
  { signatures = [], day = events[0]!.at.slice(0, 10) }: { signatures?: readonly LogSignature[]; day?: string } = {},
): Bundle {
  const text = encodeLog(events) + encodeSignatures(signatures);
  return { name: `${day}-${sha256Hex(text).slice(0, 16)}.jsonl`, text };
}

/** Whether the text is still what the name says; undefined for a file that is not a bundle by its name. */
export function isUnchangedBundle(name: string, text: string): boolean | undefined {
  const hash = NAME.exec(name)?.[1];
  return hash === undefined ? undefined : sha256Hex(text).startsWith(hash);
}
