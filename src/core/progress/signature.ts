import type { ProgressEvent } from '../model/event.ts';
import { sha256Hex } from './hash.ts';

/**
 * A line of a bundle that says, signed: these entries are mine. It names them by their hashes, so that it holds wherever
 * they stand, in whatever order, after any merge; where it stands itself does not matter.
 */
export interface LogSignature {
  readonly v: 1;
  readonly type: 'signature';
  /** Who signs. The entries may be of any device that it has adopted. */
  readonly device: string;
  /** The Ed25519 public key, base64url. */
  readonly key: string;
  /** `h` of each entry. */
  readonly hashes: readonly string[];
  /** Of `signedText`, base64url. */
  readonly signature: string;
}

/** A device that can sign: the secret never leaves it. */
export interface Signer {
  readonly device: string;
  readonly key: string;
  sign(text: string): string;
}

/** Whether a signature is what its key made of its words. */
export type IsSigned = (signature: LogSignature) => boolean;

/** A line of the log may not be longer than 256 KiB. */
const HASHES_IN_ONE = 2000;

/** What exactly is signed. */
export function signedText({ device, key, hashes }: Pick<LogSignature, 'device' | 'key' | 'hashes'>): string {
  return ['katapath progress 1', device, key, ...hashes].join('\n');
}

/** As few signatures as name all of them. */
export function signHashes(hashes: readonly string[], { device, key, sign }: Signer): LogSignature[] {
  const signatures: LogSignature[] = [];
  for (let start = 0; start < hashes.length; start += HASHES_IN_ONE) {
    const words = { device, key, hashes: hashes.slice(start, start + HASHES_IN_ONE) };
    signatures.push({ v: 1, type: 'signature', ...words, signature: sign(signedText(words)) });
  }
  return signatures;
}

export const signEvents = (events: readonly ProgressEvent[], signer: Signer) =>
  signHashes(
    events.map(({ h }) => h),
    signer,
  );

export function encodeSignatures(signatures: readonly LogSignature[]): string {
  return signatures.map((signature) => `${JSON.stringify(signature)}\n`).join('');
}

/** The name of a key among devices; a device made since keys exist has this as its id, so that nobody else can take it. */
export function deviceOfKey(key: string): string {
  return sha256Hex(`katapath device ${key}`).slice(0, 16);
}

/** Undefined for a line that is none. Nothing is verified here. */
export function readSignature(value: unknown): LogSignature | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, type, device, key, hashes, signature } = value as Partial<Record<keyof LogSignature, unknown>>;
  const isSignature =
    v === 1 &&
    type === 'signature' &&
    isText(device, /^[0-9a-f]{16}$/) &&
    isText(key, /^[A-Za-z0-9_-]{43}$/) &&
    isText(signature, /^[A-Za-z0-9_-]{86}$/) &&
    Array.isArray(hashes) &&
    hashes.every((hash) => isText(hash, /^[0-9a-f]{64}$/));
  return isSignature ? (value as LogSignature) : undefined;
}

function isText(value: unknown, shape: RegExp): boolean {
  return typeof value === 'string' && shape.test(value);
}
