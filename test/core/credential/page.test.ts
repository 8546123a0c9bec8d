import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { toCanonicalJson } from '../../../src/core/credential/canonical.ts';
import { toJwt } from '../../../src/core/credential/jwt.ts';
import { credentialPage } from '../../../src/core/credential/page/page.ts';
import { openPage, scriptOf } from './openPage.ts';
import { issued, paths } from './support.ts';

const pageOf = (credential: string) => openPage(credentialPage({ paths, credential })).shown;

describe('the page that verifies a credential', () => {
  it('is under 50 kB, asks nobody for anything and runs its own script only', () => {
    const html = credentialPage({ paths });
    assert.ok(Buffer.byteLength(html) < 50_000, `${Buffer.byteLength(html)} bytes`);
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /src=|href=|import\(|fetch|XMLHttpRequest|WebSocket/);
    const hash = createHash('sha256').update(scriptOf(html)).digest('base64');
    assert.ok(html.includes(`script-src 'sha256-${hash}'`));
  });

  it('accepts what was issued, as JSON and as JWT, and says whose it is', async () => {
    const { text, key, credential } = await issued();
    for (const form of [text, toJwt(credential, key)]) {
      const shown = pageOf(form);
      assert.equal(shown.verdict, 'Valid, self-issued, for a path that is not Katapath’s.');
      assert.match(shown.what, new RegExp(`Path growth.*own workspace.*Issued 2025-11-21 by Ada .*${key.did}`));
      assert.equal(shown.evidence.length, 6);
      assert.match(shown.evidence[0]!, /pairs-item \(self-checked practice\)/);
    }
  });

  it('refuses what was changed, and then shows nothing of it', async () => {
    const { text, credential, key } = await issued();
    const jwt = toJwt(credential, key);
    const changes = [
      text.replace('Ada', 'Eva'),
      text.replace('"genre"', '"genrf"'),
      `${text} `.replace('{"', '{ "'),
      toCanonicalJson({ ...credential, proof: credential.proof.slice(0, 1) }),
      toCanonicalJson({ ...credential, issuer: { ...credential.issuer, id: 'did:key:z6MkOther' } }),
      'nonsense',
      `${jwt}A`,
      jwt.slice(3),
    ];
    for (const changed of changes) {
      const shown = pageOf(changed);
      assert.match(shown.verdict, /^Not valid/);
      assert.match(shown.what, /Nothing in it can be relied on/);
      assert.deepEqual(shown.evidence, []);
    }
  });

  it('takes a text byte for byte, whatever a text field would make of its line ends', async () => {
    const { text } = await issued();
    const page = openPage(credentialPage({ paths, credential: `${text}\r` }));
    assert.match(page.shown.verdict, /^Not valid/);
    assert.match((await page.give(`\ufeff${text}`)).verdict, /^Not valid/);
    assert.match((await page.give(text)).verdict, /^Valid/);
  });

  it('shows a hostile name as text', () => {
    const html = credentialPage({ paths, credential: '{"name":"</textarea></script><script>alert(1)</script>"}' });
    assert.equal(html.match(/<script>/g)!.length, 1);
    assert.doesNotMatch(html, /<\/script><script>alert/);
  });
});
