import assert from 'node:assert/strict';
import type { SigningKey } from '../../../src/core/credential/key.ts';
import { parseAllowedSigners } from '../../../src/core/proof/allowedSigners.ts';
import { collectReviews } from '../../../src/core/proof/collectReviews.ts';
import { importGitHubReviews } from '../../../src/core/proof/github.ts';
import { readRemark } from '../../../src/core/proof/remarks.ts';
import { requestReview } from '../../../src/core/proof/reviewRequest.ts';
import { toSshPublicKey } from '../../../src/core/proof/sshKey.ts';
import { signAsSsh } from '../../../src/core/proof/sshSignature.ts';
import { writeReview } from '../../../src/core/proof/writeReview.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { newKey } from '../credential/support.ts';
import { item, path, step } from '../progress/support.ts';

const NOW = Date.UTC(2025, 10, 21, 9);
const catalog = {
  katas: [],
  paths: [path('p', [step('s', [item('running', 'evidence', { review: { approvals: 1 } })])])],
};
const line = (name: string, key: SigningKey, options = 'namespaces="katapath-review" ') =>
  `${name} ${options}${toSshPublicKey(key.publicKey)}`;

/** A repository with evidence given and a review requested, a learner and a reviewer with a key each. */
async function prepare({ signers }: { signers?: (grace: SigningKey) => string } = {}) {
  const [learner, grace] = [newKey(), newKey()];
  const folder = memoryFolder();
  const store = memoryProgressStore(catalog, { clock: () => NOW });
  const work = { commit: '1'.repeat(40), tree: '2'.repeat(40) };
  const [proof] = await store.append([
    { type: 'proof.added', outcome: 'running', evidence: { kind: 'commit', ...work } },
  ]);
  await store.append([{ type: 'outcome.closed', outcome: 'running', proof: proof!.h }]);
  const ask = (commit = work.commit) => requestReview({ folder, store, catalog, outcome: 'running', ...work, commit });
  const requestFile = await ask();
  const allowed = parseAllowedSigners(signers ? signers(grace) : line('Grace', grace));
  const learnerKeys = [toSshPublicKey(learner.publicKey)];
  return {
    folder,
    store,
    grace,
    learner,
    requestFile,
    ask,
    collect: () => collectReviews({ folder, store, signers: allowed, learnerKeys }),
    write: (rest: Partial<Parameters<typeof writeReview>[0]> = {}) =>
      writeReview({
        folder,
        requestFile,
        reviewer: 'grace',
        verdict: 'approve',
        remarks: [],
        now: NOW,
        key: grace,
        ...rest,
      }),
    state: () => store.state.items.get('running')!,
  };
}

async function refusal(bench: Awaited<ReturnType<typeof prepare>>): Promise<string | undefined> {
  const [{ reviews } = { reviews: [] }] = await bench.collect();
  assert.equal(bench.state().state, 'in-progress');
  return reviews[0]?.reason;
}

describe('a signed review in the repository', () => {
  it('closes the outcome that waited for it, and is recorded once', async () => {
    const bench = await prepare();
    assert.equal(bench.state().review!.state, 'waiting');
    await bench.write({ remarks: ['NIT: a comma', 'QUESTION: why two queues?'] });
    const [collected] = await bench.collect();
    assert.deepEqual(
      collected!.reviews[0]!.remarks.map(({ label }) => label),
      ['NIT', 'QUESTION'],
    );
    assert.deepEqual([bench.state().state, bench.state().review!.approvals[0]!.reviewer], ['done', 'Grace']);
    const before = bench.store.events.length;
    assert.equal((await bench.collect())[0]!.reviews[0]!.isNew, false);
    assert.equal(bench.store.events.length, before);
  });

  it('with a blocking remark holds it open until its author resolves it', async () => {
    const bench = await prepare();
    await bench.write({ verdict: 'changes-requested', remarks: ['BLOCKING: the retry never ends'] });
    await bench.collect();
    assert.equal(bench.state().review!.words, '1 blocking remark is open');
    const linus = newKey();
    await bench.write({ reviewer: 'linus', key: linus, resolves: ['grace-1.1'], now: NOW + 1 });
    await bench.collect();
    assert.equal(bench.state().review!.blocking, 1, 'a stranger resolves nothing');
    await bench.write({ resolves: ['grace-1.1'], now: NOW + 2 });
    await bench.collect();
    assert.equal(bench.state().state, 'done');
  });

  it('that was changed does not count', async () => {
    const bench = await prepare();
    const name = await bench.write({ verdict: 'changes-requested' });
    await bench.folder.write(name, (await bench.folder.read(name))!.replace('changes-requested', 'approve'));
    assert.equal(await refusal(bench), 'its signature does not match');
  });

  it('without a signature, or with one that cannot be read, does not count', async () => {
    const bench = await prepare();
    const name = await bench.write();
    await bench.folder.write(`${name}.sig`, 'no signature');
    assert.equal(await refusal(bench), 'its signature cannot be read');
    await bench.folder.remove(`${name}.sig`);
    assert.equal(await refusal(bench), 'it is not signed');
  });

  it('by a stranger, by a key that has expired, or by the learner does not count', async () => {
    const stranger = await prepare({ signers: () => '' });
    await stranger.write();
    assert.match((await refusal(stranger))!, /^the key SHA256:.* is not one you allowed/);
    const expired = await prepare({ signers: (grace) => line('Grace', grace, 'valid-before="20250101" ') });
    await expired.write();
    assert.match((await refusal(expired))!, /was not at that time/);
    const own = await prepare();
    await own.write({ key: own.learner });
    assert.equal(await refusal(own), 'it is signed with the learner’s own key');
  });

  it('signed for another purpose does not count', async () => {
    const bench = await prepare();
    const name = await bench.write();
    await bench.folder.write(`${name}.sig`, signAsSsh((await bench.folder.read(name))!, 'git', bench.grace));
    assert.equal(await refusal(bench), 'it was signed for another purpose');
    const elsewhere = await prepare({ signers: (grace) => line('Grace', grace, 'namespaces="git" ') });
    await elsewhere.write();
    assert.match((await refusal(elsewhere))!, /not one you allowed/);
  });

  it('of an earlier request does not close a later one', async () => {
    const bench = await prepare();
    const name = await bench.write();
    const later = await bench.ask('3'.repeat(40));
    const place = later.replace('request.json', 'grace-1.json');
    await bench.folder.write(place, (await bench.folder.read(name))!);
    await bench.folder.write(`${place}.sig`, (await bench.folder.read(`${name}.sig`))!);
    assert.equal(await refusal(bench), 'it is about another request');
  });

  it('of a request somebody edited is not looked at', async () => {
    const bench = await prepare();
    const text = (await bench.folder.read(bench.requestFile))!;
    await bench.folder.write(bench.requestFile, text.replace('1'.repeat(40), '4'.repeat(40)));
    await bench.write();
    assert.deepEqual(await bench.collect(), []);
  });

  for (const text of ['', '[]', '{"v":1}', '{"v":1,"remarks":[{}]}', 'x'.repeat(300_000)]) {
    it(`that is ${text.slice(0, 24) || 'empty'} does not count and stops nothing`, async () => {
      const bench = await prepare();
      await bench.folder.write(bench.requestFile.replace('request.json', 'bad.json'), text);
      assert.equal(await refusal(bench), 'it is no review that can be read');
    });
  }
});

describe('a review of a pull request', () => {
  const pull = (reviews: object[]) =>
    JSON.stringify({ url: 'https://example.org/project/pull/7', author: { login: 'ada' }, reviews });
  const review = (rest: object = {}) => ({
    author: { login: 'grace' },
    state: 'APPROVED',
    body: '',
    commit: { oid: '1'.repeat(40) },
    ...rest,
  });
  const take = async (...reviews: object[]) => {
    const bench = await prepare();
    await importGitHubReviews({ store: bench.store, outcome: 'running', text: pull(reviews) });
    return bench;
  };

  it('counts, marked as what GitHub says, and once', async () => {
    const bench = await take(review());
    assert.deepEqual(
      [bench.state().state, bench.state().review!.words],
      ['done', 'approved by grace (as GitHub says)'],
    );
    const again = await importGitHubReviews({ store: bench.store, outcome: 'running', text: pull([review()]) });
    assert.deepEqual(again, []);
  });

  it('of another commit is stale, by the author is none, dismissed is none', async () => {
    assert.equal((await take(review({ commit: { oid: '9'.repeat(40) } }))).state().review!.state, 'stale');
    assert.equal((await take(review({ author: { login: 'ada' } }))).state().review!.state, 'waiting');
    assert.equal((await take(review({ state: 'DISMISSED' }))).state().review!.state, 'waiting');
  });

  it('holds the outcome open by the remarks in it', async () => {
    const bench = await take(review({ body: 'Good work.\n\n- BLOCKING: no timeout\n- nit: a typo\n' }));
    assert.equal(bench.state().review!.words, '1 blocking remark is open');
  });

  it('needs a request, and a file that GitHub wrote', async () => {
    const store = memoryProgressStore(catalog);
    await assert.rejects(importGitHubReviews({ store, outcome: 'running', text: pull([]) }), /No review of/);
    const bench = await prepare();
    for (const text of ['', '{}', '[]', 'null'])
      await assert.rejects(importGitHubReviews({ store: bench.store, outcome: 'running', text }), /does not hold/);
  });
});

describe('a remark', () => {
  const cases: [string, string, string][] = [
    ['BLOCKING: no timeout', 'BLOCKING', 'no timeout'],
    ['blocking - no timeout', 'BLOCKING', 'no timeout'],
    ['**issue**: leaks', 'BLOCKING', 'leaks'],
    ['issue (non-blocking): leaks a bit', 'SUGGESTION', 'leaks a bit'],
    ['suggestion (blocking): use a set', 'BLOCKING', 'use a set'],
    ['nit: a typo', 'NIT', 'a typo'],
    ['[QUESTION] why?', 'QUESTION', 'why?'],
    ['nitpick (non-blocking): a typo', 'NIT', 'a typo'],
    ['This is blocking my view', 'SUGGESTION', 'This is blocking my view'],
    ['I like it', 'SUGGESTION', 'I like it'],
  ];
  for (const [text, label, rest] of cases) {
    it(`“${text}” is a ${label}`, () => assert.deepEqual(readRemark(text), { label, text: rest }));
  }
});
