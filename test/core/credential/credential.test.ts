import assert from 'node:assert/strict';
import { createPublicKey, verify as verifyWithNode } from 'node:crypto';
import { toCanonicalJson } from '../../../src/core/credential/canonical.ts';
import { signDocument } from '../../../src/core/credential/dataIntegrity.ts';
import { endorseCredential } from '../../../src/core/credential/endorse.ts';
import { issueFromStore, missingFor } from '../../../src/core/credential/issue.ts';
import { loadKey, loadOrMakeKey } from '../../../src/core/credential/keyStore.ts';
import { publicKeyOf } from '../../../src/core/credential/key.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';
import { catalog, close, completeStore, growth, issued, newKey, NOW, verify } from './support.ts';

const endorsement = async (text: string, key = newKey()) =>
  endorseCredential({ text, key, name: 'Grace', comment: 'I read it all.', now: NOW, id: crypto.randomUUID() });

/** Any JSON, to be changed in any way. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

describe('a credential', () => {
  it('is valid as it was issued, and says what it proves and what it does not', async () => {
    const { text, key, digest } = await issued();
    const report = verify(text);
    assert.deepEqual([report.verdict, report.reasons], ['valid', []]);
    assert.equal(report.credential!.issuer.id, key.did);
    assert.equal(report.digest, digest);
    assert.equal(report.selfIssued, true);
    assert.ok(report.proves.length > 0);
    assert.match(report.doesNotProve.join(' '), /Who the person is/);
  });

  it('names everything that closed an outcome, the elective with its stated stars among it', async () => {
    const { credential } = await issued();
    assert.deepEqual(
      credential.evidence.map(({ genre }) => genre),
      ['test-report', 'commit', 'document', 'reading', 'pull-request', 'progress-log'],
    );
    assert.equal(credential.evidence[1]!.id, `swh:1:rev:${'1'.repeat(40)}`);
    assert.match(
      credential.evidence[4]!.narrative!,
      /The learner states 1200 stars for the repository; nobody checked/,
    );
    assert.match(credential.credentialSubject.achievement.criteria.narrative, /^Every required .* SELF-ISSUED/s);
  });

  it('is recorded in the log', async () => {
    const store = await completeStore();
    const issue = await issueFromStore(store, { path: growth, catalog, key: newKey(), name: 'A', now: NOW, id: 'x' });
    assert.deepEqual(
      store.state.credentials.map(({ credential, digest }) => [credential, digest]),
      [['urn:uuid:x', issue.digest]],
    );
  });

  it('is not issued while a required outcome is open; the reason names it', async () => {
    const store = memoryProgressStore(catalog);
    await close(store, 'running', { kind: 'url', url: 'https://example.org' });
    assert.deepEqual(missingFor(growth, store.state), ['Step build: 1 of 2 done', 'Step decide: locked · 0 of 2 done']);
    await assert.rejects(
      issueFromStore(store, { path: growth, catalog, key: newKey(), name: 'A', now: NOW, id: 'x' }),
      /“Path growth” is not complete: Step build: 1 of 2 done/,
    );
    assert.deepEqual(store.state.credentials, []);
  });

  it('is refused when any one byte is another', async () => {
    const { text } = await issued();
    const bytes = new TextEncoder().encode(text);
    for (let index = 0; index < bytes.length; index++) {
      const changed = bytes.slice();
      // The neighbouring character: the text mostly stays JSON, and the signatures have to tell.
      changed[index] = bytes[index]! ^ 1;
      const { verdict } = verify(new TextDecoder().decode(changed));
      assert.equal(verdict, 'invalid', `byte ${index} of ${bytes.length} was changed`);
    }
  });

  const changes: [string, (credential: Loose) => void][] = [
    ['another issuer', (it) => (it.issuer.id = newKey().did)],
    ['a removed proof', (it) => it.proof.pop()],
    ['a proof twice', (it) => it.proof.push(it.proof[0])],
    ['no proof', (it) => delete it.proof],
    ['a garbage proof added', (it) => it.proof.push({ ...it.proof[0], proofValue: it.proof[1].proofValue })],
    ['an unknown word', (it) => (it.grade = 'A+')],
    ['an unknown word deep inside', (it) => (it.credentialSubject.achievement.criteria.grade = 'A+')],
    ['an unknown word in a proof', (it) => (it.proof[0].grade = 'A+')],
    ['a remote context', (it) => it['@context'].push('https://example.org/context')],
    ['a context in place', (it) => (it.credentialSubject['@context'] = { name: 'https://example.org/name' })],
    ['another date', (it) => (it.validFrom = '2020-01-01T00:00:00Z')],
    ['evidence left out', (it) => it.evidence.pop()],
    [
      'swapped signatures',
      (it) => ([it.proof[0].proofValue, it.proof[1].proofValue] = [it.proof[1].proofValue, it.proof[0].proofValue]),
    ],
    ['another date of signing', (it) => (it.proof[0].created = '2020-01-01T00:00:00Z')],
  ];
  for (const [name, change] of changes) {
    it(`is refused with ${name}, and nothing it says is passed on`, async () => {
      const value = structuredClone((await issued()).credential);
      change(value);
      const report = verify(toCanonicalJson(value));
      assert.equal(report.verdict, 'invalid', report.reasons.join());
      assert.equal(report.credential, undefined);
      assert.notEqual(report.reasons.length, 0);
    });
  }

  it('is refused when somebody else signed it as well, with a good signature', async () => {
    const {
      credential,
      credential: { proof, ...document },
    } = await issued();
    const stranger = signDocument(document, newKey(), NOW);
    for (const proofs of [[...proof, stranger.proof[0]!], stranger.proof, [proof[0]!, stranger.proof[1]!]]) {
      const report = verify(toCanonicalJson({ ...credential, proof: proofs }));
      assert.equal(report.verdict, 'invalid');
    }
  });

  it('laid out anew is told apart, and accepted when asked', async () => {
    const { credential } = await issued();
    const pretty = JSON.stringify(credential, null, 2);
    assert.match(verify(pretty).reasons.join(), /laid out anew/);
    assert.equal(verify(pretty, { acceptReformatted: true }).verdict, 'valid');
  });

  for (const text of ['', 'null', '[]', '{}', '{"proof":[]}', '['.repeat(50_000), '"\ud800"']) {
    it(`that is ${text.slice(0, 12) || 'empty'} is invalid, not an error`, async () => {
      assert.equal(verify(text).verdict, 'invalid');
    });
  }
});

describe('an endorsement', () => {
  it('counts when it is about this credential and by somebody else', async () => {
    const { text } = await issued();
    const grace = newKey();
    const report = verify(text, { endorsements: [await endorsement(text, grace)] });
    assert.deepEqual(report.endorsements, [
      { verdict: 'valid', reasons: [], by: 'Grace', did: grace.did, comment: 'I read it all.' },
    ]);
  });

  it('of other bytes, or of another credential, does not count and says why', async () => {
    const { text } = await issued();
    const other = (await issued()).text;
    const report = verify(text, { endorsements: [await endorsement(other)] });
    assert.deepEqual(report.endorsements[0]!.reasons, ['it is about other bytes than these']);
    assert.equal(report.verdict, 'valid');
  });

  it('by the learner is refused', async () => {
    const { text, key } = await issued();
    await assert.rejects(endorsement(text, key), /your own credential/);
  });

  it('that was changed does not count', async () => {
    const { text } = await issued();
    const changed = (await endorsement(text)).replace('I read it all.', 'Excellent work.');
    const report = verify(text, { endorsements: [changed] });
    assert.equal(report.endorsements[0]!.verdict, 'invalid');
  });

  it('is not made for a credential that is not valid', async () => {
    const { text } = await issued();
    await assert.rejects(endorsement(text.replace('Ada', 'Eva')), /not valid/);
  });
});

describe('a signing key', () => {
  it('signs what Node’s own cryptography accepts', () => {
    const key = newKey();
    const message = new TextEncoder().encode('a message');
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKeyOf(key.did)!]);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    assert.ok(verifyWithNode(null, message, publicKey, key.sign(message)));
  });

  it('is made once and found again', async () => {
    let kept: string | undefined;
    const store = { read: async () => kept, write: async (secret: string) => void (kept = secret) };
    assert.equal((await loadOrMakeKey(store)).did, (await loadOrMakeKey(store)).did);
  });

  it('that cannot be read or stored is told; none is made in its place', async () => {
    const locked = { read: () => Promise.reject(new Error('locked')), write: () => Promise.resolve() };
    await assert.rejects(loadOrMakeKey(locked), /could not be read/);
    const full = { read: () => Promise.resolve(undefined), write: () => Promise.reject(new Error('no keyring')) };
    await assert.rejects(loadOrMakeKey(full), /could not be stored/);
    await assert.rejects(loadKey({ ...full, read: () => Promise.resolve('nonsense') }), /is not one/);
  });
});
