import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { withOwnPaths } from '../../../src/core/catalog/ownPaths.ts';
import { toCanonicalJson } from '../../../src/core/credential/canonical.ts';
import type { Achievement, PathCredential, SignedCredential } from '../../../src/core/credential/credential.ts';
import { signDocument } from '../../../src/core/credential/dataIntegrity.ts';
import { issueFromStore } from '../../../src/core/credential/issue.ts';
import { toJwt } from '../../../src/core/credential/jwt.ts';
import { knownPaths, toKnownPath } from '../../../src/core/credential/knownPaths.ts';
import { publishers } from '../../../src/core/credential/publisher.ts';
import { headlineOf } from '../../../src/core/credential/say.ts';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';
import { item, path, step } from '../progress/support.ts';
import { issued, newKey, NOW, verify } from './support.ts';

const scale = bundledCatalog.paths.find(({ id }) => id === 'software-engineering-at-scale')!;
const known = toKnownPath(scale);
const old = (name: string) => readFileSync(`test/core/credential/issued-by-0.1.0/${name}`, 'utf8');

/** A credential that says this of its path, well signed: whoever has a key can write what they like. */
async function claiming(achievement: Partial<Achievement>): Promise<SignedCredential> {
  const { credential, key } = await issued();
  const { proof: _proof, ...document } = credential;
  const subject = document.credentialSubject;
  const claim: PathCredential = {
    ...document,
    credentialSubject: { ...subject, achievement: { ...subject.achievement, ...achievement } },
  };
  return signDocument(claim, key, NOW);
}

async function judge(achievement: Partial<Achievement>) {
  const report = verify(toCanonicalJson(await claiming(achievement)));
  return { verdict: report.verdict, kind: report.path?.kind, words: [...report.reasons, report.path?.words].join(' ') };
}

const ofScale = {
  id: known.digest,
  name: scale.title,
  creator: publishers.katapath,
  humanCode: scale.id,
  version: known.size,
};

describe('whose path a credential is for', () => {
  it('is told by the digest: the path of Katapath as it is shipped', async () => {
    const { verdict, kind, words } = await judge(ofScale);
    assert.deepEqual([verdict, kind], ['valid', 'shipped']);
    assert.match(words, new RegExp(`as this version ships it: ${known.size}`));
  });

  it('is a workspace’s own where Katapath ships no such path, and both forms say so', async () => {
    const { text, credential, key } = await issued();
    assert.deepEqual(credential.credentialSubject.achievement.creator, publishers.workspace);
    for (const form of [text, toJwt(credential, key)]) {
      const report = verify(form);
      assert.match(headlineOf(report), /^Valid, self-issued, for a path that is not Katapath’s$/);
      assert.match(report.path!.words, /published by the learner’s own workspace, 3 outcomes, 5 items/);
    }
    assert.match(credential.credentialSubject.achievement.criteria.narrative, /not by Katapath/);
    assert.match(credential.credentialSubject.achievement.criteria.narrative, /katas is self-checked practice/);
  });

  const size = '1 outcome, 3 items';
  it('is not confirmed when it claims another version of a path of Katapath, however well it is signed', async () => {
    const claims: Partial<Achievement>[] = [
      { ...ofScale, id: 'ni:///sha-256;abc', version: size },
      { name: scale.title, creator: publishers.katapath, humanCode: 'another', version: size },
      { name: 'Other', creator: publishers.katapath, humanCode: scale.id, version: size },
      { name: 'Unheard of', creator: publishers.katapath, humanCode: 'unheard-of', version: size },
    ];
    for (const claim of claims) {
      const { verdict, kind, words } = await judge(claim);
      assert.deepEqual([verdict, kind], ['could-not-check', 'unconfirmed']);
      assert.match(
        words,
        /with 1 outcome, 3 items, and no version known here is that one.*or Katapath never published it/,
      );
    }
  });

  it('contradicts itself in every other mixture, and then the credential is not valid', async () => {
    const { workspace, katapath } = publishers;
    const claims: Partial<Achievement>[] = [
      { name: scale.title },
      { name: 'SOFTWARE  engineering-at-scale!' },
      { name: 'Ｓoftware Engineering at Scále' },
      { name: 'Software\u200b Engineering at Scale' },
      { humanCode: scale.id },
      { ...ofScale, name: 'Doctor of Scale' },
      { ...ofScale, creator: workspace },
      { ...ofScale, humanCode: 'another' },
      { ...ofScale, version: '60 outcomes, 270 items' },
      { creator: { ...katapath, name: 'Katapath, Inc.' } },
      { creator: { ...workspace, id: 'urn:other' } },
      { version: '27 items of Katapath' },
    ];
    for (const claim of claims) assert.equal((await judge(claim)).verdict, 'invalid', JSON.stringify(claim));
  });

  it('is never taken from a workspace that uses the title of a path of Katapath', async () => {
    const own = { id: 'mine', title: scale.title, summary: 'Three things and nothing else.', resources: [] };
    const items = ['a', 'b', 'c'].map((id) => ({
      id,
      kind: 'checklist',
      title: `Thing ${id}`,
      detail: 'Something that is to be done.',
      asks: 'How did that go, and why?',
    }));
    const text = JSON.stringify({ ...own, steps: [{ id: 's', title: 'All', required: true, items }] });
    const { catalog, problems } = await withOwnPaths([memoryFolder({ '.katapath/paths/mine.json': text })]);
    assert.match(problems.join(), /Katapath has a path called “Software Engineering at Scale”/);
    assert.ok(!catalog.paths.some(({ id }) => id === 'mine'));

    const taken = { ...path('mine', [step('s', [item('a', 'checklist')])]), title: scale.title };
    const store = memoryProgressStore({ katas: [], paths: [taken] });
    await store.append([{ type: 'item.completed', item: 'a' }]);
    const request = {
      path: taken,
      catalog: { katas: [], paths: [taken] },
      key: newKey(),
      name: 'A',
      now: NOW,
      id: 'x',
    };
    await assert.rejects(issueFromStore(store, request), /goes by the name of Katapath’s path/);
  });
});

describe('a credential that version 0.1.0 issued', () => {
  const forms = ['json', 'jwt'];

  it('is valid for a path that version shipped, and does not name the publisher', () => {
    for (const form of forms) {
      const report = verify(old(`scale.credential.${form}`));
      assert.deepEqual([report.verdict, report.path!.kind], ['valid', 'shipped']);
      assert.match(report.path!.words, /does not name it as such, for Katapath 0\.1\.0 did not; its digest does/);
    }
  });

  it('stays so when a later version ships another path by that name', () => {
    const later = knownPaths({ paths: [{ ...scale, summary: 'Rewritten.' }] });
    const report = verify(old('scale.credential.json'), { paths: later });
    assert.deepEqual([report.verdict, report.path!.kind], ['valid', 'shipped']);
    assert.match(report.path!.words, /as version 0\.1\.0 shipped it/);
  });

  it('is not confirmed for three items of a workspace under the title of a path of Katapath', () => {
    for (const form of forms) {
      const report = verify(old(`same-title.credential.${form}`));
      assert.equal(report.verdict, 'could-not-check');
      assert.match(headlineOf(report), /^Path not confirmed/);
      assert.match(report.reasons.join(), /does not say who published its path/);
    }
  });

  it('is valid for a path of a workspace, and then not for one of Katapath', () => {
    for (const form of forms) {
      const report = verify(old(`house-rules.credential.${form}`));
      assert.deepEqual([report.verdict, report.path!.kind], ['valid', 'unnamed']);
      assert.match(headlineOf(report), /not Katapath’s/);
    }
  });
});

describe('the paths of earlier versions', () => {
  it('are listed for every version in the changelog, so that what it issued stays confirmed', () => {
    const listed = JSON.parse(readFileSync('src/core/credential/shippedPaths.json', 'utf8')) as { release: string }[];
    const versions = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\d+\.\d+\.\d+)/gm)].map(([, it]) => it!);
    assert.ok(versions.length > 0);
    for (const release of versions) {
      const lines = bundledCatalog.paths.map((each) => JSON.stringify({ release, ...toKnownPath(each) }));
      assert.ok(
        listed.some((each) => each.release === release),
        `Add the paths that ${release} ships to src/core/credential/shippedPaths.json:\n${lines.join(',\n')}`,
      );
    }
  });

  it('have fixtures of every form', () => {
    assert.equal(readdirSync('test/core/credential/issued-by-0.1.0').length, 6);
  });
});
