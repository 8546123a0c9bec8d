import { toCanonicalJson } from './canonical.ts';
import { CONTEXTS } from './contexts.ts';
import type { Endorsement, PathCredential } from './credential.ts';
import { CRYPTOSUITES, findProofFlaw, isMoment, signerOf, type Signed, type Unsigned } from './dataIntegrity.ts';
import { isJwt, openJwt } from './jwt.ts';
import { publicKeyOf } from './key.ts';
import { findRepeatedKey } from './repeatedKey.ts';
import { shapes } from './shapes.ts';
import { Misfit, toStatements } from './statements.ts';

/** Three answers, never two: that a check could not be made is not that it passed. */
export type CredentialVerdict = 'valid' | 'invalid' | 'could-not-check';

/** Longer than the longest path makes it. */
const LARGEST = 1024 * 1024;

type Kind = 'OpenBadgeCredential' | 'EndorsementCredential';

export type Read<T> =
  { verdict: 'valid'; document: T } | { verdict: Exclude<CredentialVerdict, 'valid'>; reasons: readonly string[] };

/** The document of a signed text, once its signatures are known to hold. */
export function readSigned<T extends PathCredential | Endorsement>(
  text: string,
  type: Kind,
  acceptReformatted: boolean,
): Read<T> {
  if (text.length > LARGEST) return invalid('the file is larger than any credential');
  // One line end is what editors and commands put behind a text.
  const bare = text.replace(/\r?\n$/, '');
  try {
    return isJwt(bare) ? readJwt(bare, type) : readJson(bare, type, acceptReformatted);
  } catch (error) {
    if (error instanceof RangeError) return invalid('the file is nested deeper than any credential');
    if (error instanceof Misfit)
      return couldNotCheck(`it holds ${error.message}, which this version of Katapath does not know`);
    throw error;
  }
}

function readJson<T>(text: string, type: Kind, acceptReformatted: boolean): Read<T> {
  const value = parse(text);
  if (value === undefined) return invalid('the file is not JSON');
  const flaw = findRepetition(text) ?? findShapeFlaw(value, type) ?? findProofFlaws(value as Signed<Unsigned>);
  if (flaw !== undefined) return invalid(flaw);
  if (!acceptReformatted && text !== toCanonicalJson(value))
    return invalid('the text was laid out anew after it was issued; every signed value is unchanged');
  return { verdict: 'valid', document: value as T };
}

function readJwt<T>(text: string, type: Kind): Read<T> {
  const opened = openJwt(text);
  if (opened.flaw !== undefined) return invalid(opened.flaw);
  const value = parse(opened.payload);
  if (value === undefined) return invalid('what the JWT holds is not JSON');
  const flaw = findRepetition(opened.payload) ?? findShapeFlaw(value, type);
  if (flaw !== undefined) return invalid(flaw);
  if ((value as PathCredential).issuer.id !== opened.did)
    return invalid('it is signed by someone other than the issuer');
  // A JWT signs its text. Only what the statements can say is a credential of ours, in this form as in the other.
  toStatements(value as Unsigned, shapes[type]);
  return { verdict: 'valid', document: value as T };
}

/** The object of a JSON text; undefined when it is none, or holds what no text can be: half a character. */
function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    return HALF.test(JSON.stringify(value)) ? undefined : value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** As `JSON.stringify` writes half of a surrogate pair, and nothing else. */
const HALF = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

function findRepetition(text: string): string | undefined {
  const key = findRepeatedKey(text);
  return key === undefined ? undefined : `it holds “${key.slice(0, 40)}” twice in one place`;
}

/** Signatures, each on its own, and whose they are. */
function findProofFlaws({ proof, ...document }: Signed<Unsigned>): string | undefined {
  if (!Array.isArray(proof) || proof.length === 0) return 'it is not signed';
  const suites = proof.map((each: unknown) => (isRecord(each) ? each['cryptosuite'] : undefined));
  const isWhole = suites.length === CRYPTOSUITES.length && CRYPTOSUITES.every((suite) => suites.includes(suite));
  if (!isWhole) return 'a proof is missing, or there are more than the issuer made';
  const { id } = document['issuer'] as { readonly id: string };
  // JSON first: what was changed fails there, and what holds there says exactly what the issuer signed.
  const inOrder = [...proof].sort((a, b) => (a.cryptosuite < b.cryptosuite ? -1 : 1));
  for (const each of inOrder) {
    const flaw = findProofFlaw(document, each);
    if (flaw !== undefined) return flaw;
    if (signerOf(each) !== id) return 'a proof is by someone other than the issuer';
  }
  return undefined;
}

function findShapeFlaw(value: object, type: string): string | undefined {
  const {
    '@context': context,
    id,
    type: types,
    issuer,
    validFrom,
    credentialSubject,
  } = value as Readonly<Record<string, unknown>>;
  if (JSON.stringify(context) !== JSON.stringify(CONTEXTS)) return 'its words are explained by contexts unknown here';
  if (JSON.stringify(types) !== JSON.stringify(['VerifiableCredential', type])) return `it is no ${type}`;
  if (typeof id !== 'string' || !isTime(validFrom)) return 'it has no name or no date';
  if (!isRecord(issuer) || typeof issuer['id'] !== 'string' || typeof issuer['name'] !== 'string') {
    return 'it names no issuer';
  }
  if (!publicKeyOf(issuer['id'])) return 'its issuer is no key that can be checked here';
  if (!isRecord(credentialSubject) || typeof credentialSubject['id'] !== 'string') return 'it is about nobody';
  if (type === 'OpenBadgeCredential' && !isRecord(credentialSubject['achievement'])) return 'it names no achievement';
  if (type === 'OpenBadgeCredential' && !isTime((value as PathCredential).awardedDate))
    return 'it has no date of award';
  if (type === 'EndorsementCredential' && typeof credentialSubject['endorsementComment'] !== 'string') {
    return 'it holds no comment';
  }
  if ('validUntil' in value) return 'it holds an end date, which Katapath never gives';
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && isMoment(value);
}

export function invalid(reason: string): { verdict: 'invalid'; reasons: readonly string[] } {
  return { verdict: 'invalid', reasons: [reason] };
}

function couldNotCheck(reason: string): { verdict: 'could-not-check'; reasons: readonly string[] } {
  return { verdict: 'could-not-check', reasons: [reason] };
}
