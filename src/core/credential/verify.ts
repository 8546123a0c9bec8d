import { publicKeyOf } from './key.ts';
import { CONTEXTS } from './contexts.ts';
import type { SignedCredential, SignedEndorsement } from './credential.ts';
import { CRYPTOSUITES, findProofFlaw, signerOf, type DataIntegrityProof, type Unsigned } from './dataIntegrity.ts';
import { digestOf, pinnedDigest, withoutPin } from './digest.ts';
import { toCanonicalJson } from './canonical.ts';
import { DOES_NOT_PROVE, PROVES } from './words.ts';

/** Three answers, never two: that a check could not be made is not that it passed. */
export type CredentialVerdict = 'valid' | 'invalid' | 'could-not-check';

export interface EndorsementReport {
  readonly verdict: CredentialVerdict;
  readonly by?: string;
  readonly did?: string;
  readonly comment?: string;
  /** Why it does not count. */
  readonly reasons: readonly string[];
}

export interface CredentialReport {
  readonly verdict: CredentialVerdict;
  /** Why it is not valid. */
  readonly reasons: readonly string[];
  /** What it says; only of a valid one, for nothing else in an invalid one can be believed. */
  readonly credential?: SignedCredential;
  readonly digest?: string;
  /** Issuer and subject are the same key. */
  readonly selfIssued?: boolean;
  readonly endorsements: readonly EndorsementReport[];
  readonly proves: readonly string[];
  readonly doesNotProve: readonly string[];
}

const LARGEST = 1024 * 1024;

/**
 * Decides from the texts alone, without network: both proofs must hold, both must be the issuer's, and the text must be
 * exactly as it was issued. `acceptReformatted` takes one whose values are right though an editor laid it out anew.
 */
export async function verifyCredential(
  text: string,
  {
    endorsements = [],
    acceptReformatted = false,
  }: { endorsements?: readonly string[]; acceptReformatted?: boolean } = {},
): Promise<CredentialReport> {
  const read = await readSigned<SignedCredential>(text, 'OpenBadgeCredential', acceptReformatted);
  const about = { proves: [] as string[], doesNotProve: [...DOES_NOT_PROVE] };
  if (read.verdict !== 'valid') return { ...read, ...about, endorsements: [] };
  const { document } = read;
  const reports: EndorsementReport[] = [];
  for (const each of endorsements) reports.push(await verifyEndorsement(each, document, acceptReformatted));
  return {
    verdict: 'valid',
    reasons: [],
    credential: document,
    digest: digestOf(document),
    selfIssued: document.issuer.id === document.credentialSubject.id,
    endorsements: reports,
    proves: [...PROVES],
    doesNotProve: [...DOES_NOT_PROVE],
  };
}

async function verifyEndorsement(
  text: string,
  credential: SignedCredential,
  acceptReformatted: boolean,
): Promise<EndorsementReport> {
  const read = await readSigned<SignedEndorsement>(text, 'EndorsementCredential', acceptReformatted);
  if (read.verdict !== 'valid') return read;
  const { issuer, credentialSubject } = read.document;
  const reasons = [
    credentialSubject.id !== credential.id && 'it is about another credential',
    pinnedDigest(read.document) !== digestOf(credential) && 'it is about other bytes than these',
    [credential.issuer.id, credential.credentialSubject.id].includes(issuer.id) &&
      'the learner cannot endorse their own credential',
  ].filter((reason) => typeof reason === 'string');
  const about = { by: issuer.name, did: issuer.id, comment: withoutPin(credentialSubject.endorsementComment) };
  return { verdict: reasons.length > 0 ? 'invalid' : 'valid', reasons, ...about };
}

type Read<T> =
  { verdict: 'valid'; document: T } | { verdict: Exclude<CredentialVerdict, 'valid'>; reasons: readonly string[] };

async function readSigned<T extends SignedCredential | SignedEndorsement>(
  text: string,
  type: string,
  acceptReformatted: boolean,
): Promise<Read<T>> {
  if (text.length > LARGEST) return invalid('the file is larger than any credential');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return invalid('the file is not JSON');
  }
  try {
    const flaw = findShapeFlaw(value, type);
    if (flaw !== undefined) return invalid(flaw);
    const document = value as T;
    const unsigned = await findFlaw(document);
    if (unsigned !== undefined) return invalid(unsigned);
    if (!acceptReformatted && text.replace(/\n$/, '') !== toCanonicalJson(document)) {
      return invalid('the text was laid out anew after it was issued; every signed value is unchanged');
    }
    return { verdict: 'valid', document };
  } catch (error) {
    if (error instanceof RangeError) return invalid('the file is nested deeper than any credential');
    const words = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : String(error);
    return { verdict: 'could-not-check', reasons: [`the check could not be made (${words})`] };
  }
}

/** Signatures, each on its own, and whose they are. */
async function findFlaw({ proof, ...document }: SignedCredential | SignedEndorsement): Promise<string | undefined> {
  const proofs: readonly DataIntegrityProof[] = proof;
  const suites = proofs.map((each) => (isRecord(each) ? each.cryptosuite : undefined));
  const isWhole = suites.length === CRYPTOSUITES.length && CRYPTOSUITES.every((suite) => suites.includes(suite));
  if (!isWhole) return 'a proof is missing, or there are more than the issuer made';
  // The quick one first: what was changed mostly fails there already.
  const inOrder = [...proofs].sort((a, b) => (a.cryptosuite < b.cryptosuite ? -1 : 1));
  for (const each of inOrder) {
    const flaw = await findProofFlaw(document as Unsigned, each).catch((error: unknown) => unsafeWords(error));
    if (flaw !== undefined) return flaw;
    if (signerOf(each) !== document.issuer.id) return 'a proof is by someone other than the issuer';
  }
  return undefined;
}

/** Safe mode refuses what no context explains: such a word was never signed. Anything else is a failed check. */
function unsafeWords(error: unknown): string {
  const { name = '', message = '' } = error as Error;
  if (/jsonld\.|validation/i.test(name) || /safe mode/i.test(message))
    return 'it holds a word that no context explains';
  throw error;
}

function findShapeFlaw(value: unknown, type: string): string | undefined {
  if (!isRecord(value)) return 'the file is no credential';
  const { '@context': context, id, type: types, issuer, validFrom, credentialSubject, proof } = value;
  if (JSON.stringify(context) !== JSON.stringify(CONTEXTS)) return 'its words are explained by contexts unknown here';
  if (JSON.stringify(types) !== JSON.stringify(['VerifiableCredential', type])) return `it is no ${type}`;
  if (typeof id !== 'string' || !isTime(validFrom)) return 'it has no name or no date';
  if (!isRecord(issuer) || typeof issuer['id'] !== 'string' || typeof issuer['name'] !== 'string') {
    return 'it names no issuer';
  }
  if (!publicKeyOf(issuer['id'])) return 'its issuer is no key that can be checked here';
  if (!isRecord(credentialSubject) || typeof credentialSubject['id'] !== 'string') return 'it is about nobody';
  if (type === 'OpenBadgeCredential' && !isRecord(credentialSubject['achievement'])) return 'it names no achievement';
  if (type === 'EndorsementCredential' && typeof credentialSubject['endorsementComment'] !== 'string') {
    return 'it holds no comment';
  }
  const ends = value['validUntil'];
  if (ends !== undefined) return 'it holds an end date, which Katapath never gives';
  if (!Array.isArray(proof) || proof.length === 0) return 'it is not signed';
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value);
}

function invalid(reason: string): { verdict: 'invalid'; reasons: readonly string[] } {
  return { verdict: 'invalid', reasons: [reason] };
}
