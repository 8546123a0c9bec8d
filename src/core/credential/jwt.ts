import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64Url } from './base64url.ts';
import type { SignedCredential } from './credential.ts';
import { verificationMethodOf, type SigningKey } from './key.ts';

/** The same credential in the other form wallets read (VC-JOSE-COSE): a JWT whose payload it is, signed with EdDSA. */
export function toJwt({ proof: _proof, ...credential }: SignedCredential, key: SigningKey): string {
  const header = { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: verificationMethodOf(key.did), iss: key.did };
  const signed = [header, credential].map((part) => toBase64Url(utf8ToBytes(JSON.stringify(part)))).join('.');
  return `${signed}.${toBase64Url(key.sign(utf8ToBytes(signed)))}`;
}
