import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Script, createContext } from 'node:vm';
import { credentialPage } from '../../../src/core/credential/page/page.ts';
import { toCanonicalJson } from '../../../src/core/credential/canonical.ts';
import { issued } from './support.ts';

/** Just enough of a page for its script: the elements it asks for by id. What a browser does with it is the UI suite's. */
async function open(html: string) {
  const elements = new Map<string, Record<string, unknown>>();
  let finish: () => void;
  // Showing the evidence is the last thing the script does.
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const make = () => ({
    textContent: '',
    value: '',
    lines: [] as unknown[],
    replaceChildren(...it: unknown[]) {
      this.lines = it;
      finish();
    },
  });
  const area = /<textarea[^>]*>\n([^]*?)<\/textarea>/.exec(html)![1]!;
  const plain = area.replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
  const document = {
    getElementById(id: string) {
      if (!elements.has(id)) elements.set(id, { ...make(), ...(id === 'text' && { value: plain }) });
      return elements.get(id);
    },
    createElement: make,
  };
  new Script(scriptOf(html)).runInContext(createContext({ document, crypto, TextEncoder, Uint8Array, BigInt }));
  await finished;
  return {
    verdict: String(elements.get('verdict')!['textContent']),
    what: elements.get('what')!['textContent'],
    evidence: elements.get('evidence')!['lines'] as { textContent: string }[],
  };
}

const scriptOf = (html: string) => /<script>([^]*?)<\/script>/.exec(html)![1]!;

describe('the page that verifies a credential', () => {
  it('is under 5 kB, asks nobody for anything and runs its own script only', () => {
    const html = credentialPage();
    assert.ok(Buffer.byteLength(html) < 5000, `${Buffer.byteLength(html)} bytes`);
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /https?:|src=|href=|import\(|fetch/);
    const hash = createHash('sha256').update(scriptOf(html)).digest('base64');
    assert.ok(html.includes(`script-src 'sha256-${hash}'`));
  });

  it('accepts what was issued, and says whose it is', async () => {
    const { text, key } = await issued();
    const shown = await open(credentialPage(text));
    assert.equal(shown.verdict, 'Valid: unchanged since it was signed.');
    assert.match(String(shown.what), new RegExp(`Path growth, 2025-11-21. Issuer: Ada .*${key.did}. Self-issued`));
    assert.equal(shown.evidence.length, 6);
  });

  it('refuses what was changed, and then shows nothing of it', async () => {
    const { text, credential } = await issued();
    const changes = [
      text.replace('Ada', 'Eva'),
      text.replace('"genre"', '"genrf"'),
      `${text} `.replace('{"', '{ "'),
      toCanonicalJson({ ...credential, proof: credential.proof.slice(0, 1) }),
      toCanonicalJson({ ...credential, issuer: { ...credential.issuer, id: 'did:key:z6MkOther' } }),
      'nonsense',
    ];
    for (const changed of changes) {
      const shown = await open(credentialPage(changed));
      assert.match(shown.verdict, /^NOT VALID/);
      assert.deepEqual([shown.what, shown.evidence], ['', []]);
    }
  });

  it('shows a hostile name as text', async () => {
    const html = credentialPage('{"name":"</textarea><script>alert(1)</script>"}');
    assert.equal(html.match(/<script>/g)!.length, 1);
    assert.doesNotMatch(html, /<\/textarea><script>alert/);
  });
});
