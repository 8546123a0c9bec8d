import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** SHA-256 of a text's UTF-8 bytes, in hex. Synchronous and without `node:`, so that the web host has it too. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The digest of an event without its `h`. Throws on what canonical JSON cannot say: a lone surrogate, NaN, a cycle. */
export function hashBody(body: object): string {
  return sha256Hex(canonicalize(body) as string);
}
