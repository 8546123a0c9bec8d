import { getPublicKey, hashes, sign, utils, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { fromBase58, toBase58 } from './base58.ts';

hashes.sha512 = sha512;

/** Multicodec prefixes: what the bytes after them are. */
const ED25519_PUBLIC = [0xed, 0x01];
const ED25519_SECRET = [0x80, 0x26];

/** An Ed25519 key that can sign, and the name it signs under. */
export interface SigningKey {
  /** `did:key:z6Mk…`: the public key itself, so that nobody has to look anything up. */
  readonly did: string;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** A fresh key as it is stored: a multibase text. Whoever has it can sign as the learner. */
export function makeSecret(): string {
  return toMultibase(ED25519_SECRET, utils.randomSecretKey());
}

/** Undefined when the text is no secret of ours. */
export function toSigningKey(secret: string): SigningKey | undefined {
  const seed = fromMultibase(ED25519_SECRET, secret.trim());
  if (!seed) return undefined;
  const publicKey = getPublicKey(seed);
  return { did: toDid(publicKey), publicKey, sign: (message) => sign(message, seed) };
}

export function toDid(publicKey: Uint8Array): string {
  return `did:key:${toMultibase(ED25519_PUBLIC, publicKey)}`;
}

/** The 32 bytes in a `did:key` of an Ed25519 key; undefined for every other name. */
export function publicKeyOf(did: string): Uint8Array | undefined {
  return did.startsWith('did:key:') ? fromMultibase(ED25519_PUBLIC, did.slice('did:key:'.length)) : undefined;
}

/** How a proof names the key of a DID: `did:key:z6Mk…#z6Mk…`. */
export function verificationMethodOf(did: string): string {
  return `${did}#${did.slice('did:key:'.length)}`;
}

/** By the strict rules of RFC 8032, as other verifiers apply them. False for whatever is no signature at all. */
export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

function toMultibase(prefix: readonly number[], bytes: Uint8Array): string {
  return `z${toBase58(Uint8Array.from([...prefix, ...bytes]))}`;
}

function fromMultibase(prefix: readonly number[], text: string): Uint8Array | undefined {
  const bytes = text.startsWith('z') ? fromBase58(text.slice(1)) : undefined;
  if (bytes?.length !== prefix.length + 32 || prefix.some((byte, index) => bytes[index] !== byte)) return undefined;
  return bytes.subarray(prefix.length);
}
