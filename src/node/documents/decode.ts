import { isUtf8 } from 'node:buffer';

/** The text of a file; undefined for one that is no text. A byte that is not UTF-8 becomes U+FFFD, as in an editor. */
export function decode(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 8000).includes(0)) return undefined;
  return bytes.toString('utf8');
}

/** Whether a text that was decoded can be written back without losing a byte. */
export const keepsBytes = (bytes: Buffer) => isUtf8(bytes);
