import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import type { SignedCredential } from './credential.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { isSignedBy, publicKeyOf, verificationMethodOf, type SigningKey } from './key.ts';

/** The same credential in the other form wallets read (VC-JOSE-COSE): a JWT whose payload it is, signed with EdDSA. */
export function toJwt({ proof: _proof, ...credential }: SignedCredential, key: SigningKey): string {
  const signed = [headerOf(key.did), JSON.stringify(credential)].map((part) => toBase64Url(utf8ToBytes(part)));
  return [...signed, toBase64Url(key.sign(utf8ToBytes(signed.join('.'))))].join('.');
}

/** Whether a text is meant to be a JWT: three parts, and no brackets as JSON has. */
export function isJwt(text: string): boolean {
  return /^[^\s{}"]+\.[^\s{}"]*\.[^\s{}"]*$/.test(text);
}

export type OpenedJwt =
  | { readonly flaw: string }
  | { readonly flaw?: undefined; readonly payload: string; /** Whose key signed it. */ readonly did: string };

/**
 * What a JWT of ours holds, once its signature is known to hold. Its header is the one that `toJwt` writes, to the byte:
 * neither another method nor "none" can be asked for, and no key but the issuer's.
 */
export function openJwt(text: string): OpenedJwt {
  const parts = text.split('.');
  const [header, payload, signature] = parts.map(fromBase64Url);
  if (parts.length !== 3 || !header || !payload || !signature) return { flaw: 'it is no JWT: a part is no base64url' };
  const did = /"iss":"([^"\\]*)"/.exec(decodeUtf8(header) ?? '')?.[1] ?? '';
  const publicKey = publicKeyOf(did);
  if (!publicKey || decodeUtf8(header) !== headerOf(did)) return { flaw: 'its header is not the one Katapath writes' };
  if (!isSignedBy(publicKey, utf8ToBytes(parts.slice(0, 2).join('.')), signature))
    return { flaw: 'the signature (EdDSA) does not match' };
  const written = decodeUtf8(payload);
  return written === undefined ? { flaw: 'its text is not UTF-8' } : { payload: written, did };
}

function headerOf(did: string): string {
  return JSON.stringify({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: verificationMethodOf(did), iss: did });
}
