import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { isSignedBy, type SigningKey } from '../credential/key.ts';
import { fromBase64, toBase64, toField, toKeyBlob } from './sshKey.ts';

/*
 * The signatures of `ssh-keygen -Y sign` (OpenSSH, PROTOCOL.sshsig), for Ed25519 keys:
 *
 *     "SSHSIG" | version 1 | public key | namespace | reserved | hash name | signature
 *
 * What is signed is "SSHSIG" | namespace | reserved | hash name | hash of the message. The namespace keeps a signature
 * made for one purpose from being used for another.
 */
const MAGIC = utf8ToBytes('SSHSIG');
const TYPE = 'ssh-ed25519';
const ARMOUR = /^-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\r\n]{1,20000})-----END SSH SIGNATURE-----\s*$/;

/** As `ssh-keygen -Y sign -n <namespace>` would write it for this key. */
export function signAsSsh(message: string, namespace: string, key: SigningKey): string {
  const signature = key.sign(toSigned(message, namespace, 'sha512'));
  const blob = concatBytes(
    MAGIC,
    Uint8Array.of(0, 0, 0, 1),
    toField(toKeyBlob(key.publicKey)),
    toField(namespace),
    toField(''),
    toField('sha512'),
    toField(concatBytes(toField(TYPE), toField(signature))),
  );
  const lines = toBase64(blob)
    .match(/.{1,70}/g)!
    .join('\n');
  return `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`;
}

/** The key that made a signature in this namespace, or why it does not hold. */
export function checkSshSignature(
  message: string,
  armoured: string,
  namespace: string,
): { readonly publicKey: Uint8Array } | { readonly flaw: string } {
  const bytes = fromBase64(ARMOUR.exec(armoured)?.[1]?.replaceAll(/\s/g, '') ?? '');
  const parsed = bytes && parse(bytes);
  if (!parsed) return { flaw: 'its signature cannot be read' };
  if (parsed.type !== TYPE) return { flaw: `it is signed with a key of the kind ${parsed.type}; only ed25519 is read` };
  if (parsed.namespace !== namespace) return { flaw: 'it was signed for another purpose' };
  if (parsed.hash !== 'sha256' && parsed.hash !== 'sha512') return { flaw: 'its signature uses an unknown hash' };
  const isGood = isSignedBy(parsed.publicKey, toSigned(message, namespace, parsed.hash), parsed.signature);
  return isGood ? { publicKey: parsed.publicKey } : { flaw: 'its signature does not match' };
}

function toSigned(message: string, namespace: string, hash: 'sha256' | 'sha512'): Uint8Array {
  const digest = (hash === 'sha512' ? sha512 : sha256)(utf8ToBytes(message));
  return concatBytes(MAGIC, toField(namespace), toField(''), toField(hash), toField(digest));
}

function parse(bytes: Uint8Array) {
  try {
    const reader = new FieldReader(bytes);
    reader.expect(MAGIC);
    reader.expect(Uint8Array.of(0, 0, 0, 1));
    const key = new FieldReader(reader.field());
    const type = key.text();
    const publicKey = type === TYPE ? key.field() : new Uint8Array();
    const [namespace, , hash] = [reader.text(), reader.field(), reader.text()];
    const signed = new FieldReader(reader.field());
    if (signed.text() !== type) return undefined;
    const signature = signed.field();
    return reader.isAtEnd && signed.isAtEnd ? { type, publicKey, namespace, hash, signature } : undefined;
  } catch {
    return undefined;
  }
}

/** Reads fields one after the other; throws where the bytes are not what they should be. */
class FieldReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  expect(wanted: Uint8Array): void {
    if (this.take(wanted.length).some((byte, index) => byte !== wanted[index])) throw new Error('other bytes');
  }

  field(): Uint8Array {
    const length = this.take(4).reduce((sum, byte) => sum * 256 + byte, 0);
    return this.take(length);
  }

  text(): string {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.field());
  }

  private take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new Error('too short');
    return this.bytes.subarray(this.at, (this.at += length));
  }
}
