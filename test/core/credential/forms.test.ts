import assert from 'node:assert/strict';
import { toCanonicalJson } from '../../../src/core/credential/canonical.ts';
import { toJwt } from '../../../src/core/credential/jwt.ts';
import type { SignedCredential } from '../../../src/core/credential/credential.ts';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { issued, verify } from './support.ts';

const reasonsOf = (text: string, acceptReformatted = false) => verify(text, { acceptReformatted }).reasons.join();
const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('a key that stands twice', () => {
  it('is refused wherever it stands, laid out anew or not, as the first or the last of the two', async () => {
    const { text, credential } = await issued();
    const pretty = JSON.stringify(credential, null, 2);
    const doubled = [
      text.replace('{', '{"name":"Doctor of everything",'),
      text.replace('"name":', '"name":"Doctor of everything","name":'),
      text.replace('"name":', '"n\\u0061me":"Doctor of everything","name":'),
      text.replace('"issuer":{', '"issuer":{"id":"did:key:z6MkOther",'),
      pretty.replace('"proof": [', '"proof": [], "proof": ['),
      pretty.replace('"proofValue"', '"proofValue": "z1",\n"proofValue"'),
    ];
    for (const each of doubled) assert.match(reasonsOf(each, true), /holds “\w+” twice/);
    assert.equal(reasonsOf(pretty, true), '');
  });
});

describe('a credential as a JWT', () => {
  it('is valid as it was issued, and says the same as the JSON', async () => {
    const { text, credential, key } = await issued();
    const [json, jwt] = [verify(text), verify(toJwt(credential, key))];
    assert.equal(jwt.verdict, 'valid');
    assert.deepEqual([jwt.digest, jwt.path], [json.digest, json.path]);
    assert.equal(verify(`${toJwt(credential, key)}\n`).verdict, 'valid');
  });

  it('is refused with another header, payload or signature, or written in another way', async () => {
    const { credential, key } = await issued();
    const jwt = toJwt(credential, key);
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const said = JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<string, unknown>;
    const other = (await issued()).key;
    const sign = (head: unknown, body: unknown, by = key) => {
      const parts = [head, body].map(encode).join('.');
      return `${parts}.${encodeBytes(by.sign(utf8ToBytes(parts)))}`;
    };
    const { proof, ...document } = credential;
    const changed = [
      `${encode({ ...said, alg: 'none' })}.${payload}.`,
      `${encode({ ...said, alg: 'none' })}.${payload}.${signature}`,
      sign({ ...said, alg: 'HS256' }, document),
      sign({ ...said, crit: ['exp'] }, document),
      sign({ ...said, typ: 'JWT' }, document),
      sign(`${JSON.stringify(said)} `, document),
      sign(said, { ...document, name: 'Other' }, other),
      sign({ ...said, iss: other.did, kid: `${other.did}#${other.did.slice(8)}` }, document, other),
      sign(said, JSON.stringify(document).replace('{', '{"name":"Doctor",')),
      sign(said, { ...document, proof }),
      sign(said, { ...document, exp: 1 }),
      sign(said, []),
      sign(said, '{'),
      `${header}.${encode({ ...document, name: 'Other' })}.${signature}`,
      `${header}.${payload}=.${signature}`,
      `${header}.${payload}.${signature}==`,
      `${header}.${payload}.${loosen(signature)}`,
      `${header}.${payload}`,
      `${jwt}.${signature}`,
      ` ${jwt}`,
      `${jwt}\n\n`,
    ];
    for (const [index, each] of changed.entries()) {
      const report = verify(each);
      assert.notEqual(report.verdict, 'valid', `change ${index}`);
      assert.equal(report.credential, undefined);
    }
  });
});

describe('a word this version does not know', () => {
  it('is no reason to call a well signed credential invalid, and none to call it valid', async () => {
    const { credential, key } = await issued();
    const { proof: _proof, ...document } = credential;
    const jwt = toJwt({ ...document, grade: 'A+' } as unknown as SignedCredential, key);
    const report = verify(jwt);
    assert.equal(report.verdict, 'could-not-check');
    assert.match(report.reasons.join(), /the word “grade”, which this version of Katapath does not know/);
    assert.equal(report.credential, undefined);
    assert.equal(verify(toCanonicalJson({ ...credential, grade: 'A+' })).verdict, 'invalid');
  });
});

const encodeBytes = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** The same bytes to a careless reader: the last sign has bits that say nothing. */
function loosen(signature: string): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return signature.slice(0, -1) + signs[signs.indexOf(signature.at(-1)!) ^ 1]!;
}
