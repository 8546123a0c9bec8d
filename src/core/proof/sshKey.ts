import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const TYPE = 'ssh-ed25519';

/** A field of the SSH wire format: its length in four bytes, then its bytes. */
export function toField(content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content;
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return concatBytes(length, bytes);
}

/** A public key as SSH stores it. */
export function toKeyBlob(publicKey: Uint8Array): Uint8Array {
  return concatBytes(toField(TYPE), toField(publicKey));
}

/** A line for `allowed_signers` or `authorized_keys`: `ssh-ed25519 AAAA…`. */
export function toSshPublicKey(publicKey: Uint8Array): string {
  return `${TYPE} ${toBase64(toKeyBlob(publicKey))}`;
}

/** As `ssh-keygen -l` prints it: `SHA256:…`. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return `SHA256:${toBase64(sha256(toKeyBlob(publicKey))).replaceAll('=', '')}`;
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * Undefined for what is not Base64 as {@link toBase64} writes it. `atob` alone lets the unused bits of the last
 * character be anything (RFC 4648, 3.5), so that two texts would stand for the same bytes.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
