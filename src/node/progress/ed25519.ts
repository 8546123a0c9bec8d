import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type JsonWebKey } from 'node:crypto';
import { signedText, type IsSigned, type LogSignature } from '../../core/progress/signature.ts';

/** An Ed25519 key pair as JSON Web Key: `x` is the public half, `d` the secret one. */
export interface SecretKey {
  readonly x: string;
  readonly d: string;
}

const KIND = { kty: 'OKP', crv: 'Ed25519' } satisfies JsonWebKey;

export function makeSecretKey(): SecretKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { x: x!, d: d! };
}

export function signText(text: string, { x, d }: SecretKey): string {
  const key = createPrivateKey({ key: { ...KIND, x, d }, format: 'jwk' });
  return sign(null, Buffer.from(text), key).toString('base64url');
}

/** What was verified once is not verified again: a store asks at every change. */
const known = new WeakMap<LogSignature, boolean>();

/** Whether the key a signature names has made it of the words it signs. */
export const isSigned: IsSigned = (signature) => {
  const before = known.get(signature);
  if (before !== undefined) return before;
  const found = isMadeBy(signature);
  known.set(signature, found);
  return found;
};

function isMadeBy(signature: LogSignature): boolean {
  try {
    const key = createPublicKey({ key: { ...KIND, x: signature.key }, format: 'jwk' });
    return verify(null, Buffer.from(signedText(signature)), key, Buffer.from(signature.signature, 'base64url'));
  } catch {
    return false;
  }
}
