import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { toCanonicalJson } from '../../../src/core/credential/canonical.ts';
import { endorseCredential } from '../../../src/core/credential/endorse.ts';
import { toJwt } from '../../../src/core/credential/jwt.ts';
import { bundleScript } from '../../support/bundleScript.ts';
import { issued, newKey, NOW } from './support.ts';

const ALL = { 'vc with eddsa-rdfc-2022': true, 'vc with eddsa-jcs-2022': true, 'vc with both': true };
const NONE = { 'vc with eddsa-rdfc-2022': false, 'vc with eddsa-jcs-2022': false, 'vc with both': false };

describe('verifiers that share no code with Katapath, without network', () => {
  let script: string;

  before(async () => {
    script = await bundleScript('test/core/credential/independently.ts');
  });

  after(() => rmSync(dirname(script), { recursive: true }));

  /** In a network namespace with nothing in it where the system allows that; the script cuts its own wires as well. */
  function verify(...texts: string[]): Record<string, boolean>[] {
    const isolated = spawnSync('unshare', ['-rn', 'true']).status === 0;
    const [program = '', ...args] = [...(isolated ? ['unshare', '-rn'] : []), process.execPath, script];
    const { stdout, stderr, status } = spawnSync(program, args, { input: JSON.stringify(texts), encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Record<string, boolean>[];
  }

  it('accept the credential by either proof and by both, and its endorsement', async () => {
    const { text } = await issued();
    const id = crypto.randomUUID();
    const endorsement = await endorseCredential({ text, key: newKey(), name: 'Grace', comment: 'Read.', now: NOW, id });
    assert.deepEqual(verify(text, endorsement), [ALL, ALL]);
  });

  it('accept it as a JWT, and refuse a JWT with another payload', async () => {
    const { credential, key } = await issued();
    const jwt = toJwt(credential, key);
    const [header, , signature] = jwt.split('.');
    const forged = [header, Buffer.from('{"issuer":{"id":"x"}}').toString('base64url'), signature].join('.');
    assert.deepEqual(verify(jwt, forged), [{ jose: true }, { jose: false }]);
  });

  it('refuse it after a change', async () => {
    const { credential, text } = await issued();
    const unknownWord = toCanonicalJson({ ...credential, grade: 'A+' });
    const otherIssuer = toCanonicalJson({ ...credential, issuer: { ...credential.issuer, id: newKey().did } });
    const otherCommit = text.replace('1'.repeat(40), `${'1'.repeat(39)}2`);
    const otherName = text.replace('"name":"Path growth"', '"name":"Doctor of growth"');
    assert.notEqual(otherName, text);
    assert.deepEqual(verify(otherCommit, otherName, otherIssuer, unknownWord), [NONE, NONE, NONE, NONE]);
  });
});
