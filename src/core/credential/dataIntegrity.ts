import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase58, toBase58 } from './base58.ts';
import { toCanonicalJson } from './canonical.ts';
import { isSignedBy, publicKeyOf, verificationMethodOf, type SigningKey } from './key.ts';
import { shapes, type Shape } from './shapes.ts';
import { Misfit, toStatements } from './statements.ts';

/** Badge tools read `eddsa-rdfc-2022`; `eddsa-jcs-2022` signs the JSON as it stands, and needs no linked data. */
export const CRYPTOSUITES = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const;
export type Cryptosuite = (typeof CRYPTOSUITES)[number];

export interface DataIntegrityProof {
  readonly '@context'?: unknown;
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: Cryptosuite;
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly proofValue: string;
}

/** A document of linked data that can be signed. */
export interface Unsigned {
  readonly '@context': readonly string[];
  readonly [property: string]: unknown;
}

export type Signed<T> = T & { readonly proof: readonly DataIntegrityProof[] };

/** Adds one proof of each suite, side by side: neither signs the other. */
export function signDocument<T extends Unsigned>(document: T, key: SigningKey, now: number): Signed<T> {
  const created = toSeconds(now);
  const proof = CRYPTOSUITES.map((suite) => makeProof(document, key, suite, created));
  return { ...document, proof };
}

/**
 * Why a proof does not hold; undefined when it does.
 *
 * @throws Misfit when the document says what its statements cannot.
 */
export function findProofFlaw(document: Unsigned, proof: unknown): string | undefined {
  const { type, cryptosuite, created, verificationMethod, proofPurpose, proofValue, ...rest } = (proof ?? {}) as Record<
    string,
    unknown
  >;
  if (type !== 'DataIntegrityProof' || proofPurpose !== 'assertionMethod') return 'a proof is of another kind';
  if (!CRYPTOSUITES.includes(cryptosuite as Cryptosuite)) return 'a proof uses a method unknown here';
  if (typeof created !== 'string' || !isMoment(created)) return 'a proof has no valid date';
  const suite = cryptosuite as Cryptosuite;
  const { '@context': context, ...unknown } = rest;
  if (Object.keys(unknown).length > 0) return 'a proof holds what it should not';
  if (suite === 'eddsa-jcs-2022' ? !isSame(context, document['@context']) : context !== undefined) {
    return 'a proof gives its words another meaning than the document';
  }
  const [did = ''] = String(verificationMethod).split('#');
  const publicKey = publicKeyOf(did);
  if (!publicKey || verificationMethod !== verificationMethodOf(did)) return 'a proof names no key';
  const signature =
    typeof proofValue === 'string' && proofValue.startsWith('z') ? fromBase58(proofValue.slice(1)) : undefined;
  if (!signature || signature.length !== 64) return 'a proof holds no signature';
  const { proofValue: _left, ...options } = proof as DataIntegrityProof & Options;
  const message = hashData(document, options, suite);
  return isSignedBy(publicKey, message, signature) ? undefined : `the signature (${suite}) does not match`;
}

/** The DID whose key a proof names. */
export function signerOf({ verificationMethod }: DataIntegrityProof): string {
  return verificationMethod.split('#')[0]!;
}

/** ISO 8601 to the second, as the standard's examples have it. */
export function toSeconds(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}

function makeProof(document: Unsigned, key: SigningKey, cryptosuite: Cryptosuite, created: string): DataIntegrityProof {
  const options = {
    ...(cryptosuite === 'eddsa-jcs-2022' && { '@context': document['@context'] }),
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod: verificationMethodOf(key.did),
    proofPurpose: 'assertionMethod',
  } as const;
  const signature = key.sign(hashData(document, options, cryptosuite));
  return { ...options, proofValue: `z${toBase58(signature)}` };
}

type Options = Readonly<Record<string, unknown>>;

/** What is signed: the hash of the proof's own options, then the hash of the document. */
function hashData(document: Unsigned, options: Options, suite: Cryptosuite): Uint8Array {
  const hash = (text: string) => sha256(utf8ToBytes(text));
  if (suite === 'eddsa-jcs-2022') {
    return concatBytes(hash(toCanonicalJson(options)), hash(toCanonicalJson(document)));
  }
  return concatBytes(
    hash(toStatements(options, shapes.DataIntegrityProof)),
    hash(toStatements(document, shapeOf(document))),
  );
}

function shapeOf({ type }: Unsigned): Shape {
  const [, kind] = Array.isArray(type) ? (type as unknown[]) : [];
  if (kind === 'OpenBadgeCredential' || kind === 'EndorsementCredential') return shapes[kind];
  throw new Misfit('another type');
}

/** A time as `toSeconds` writes it. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
