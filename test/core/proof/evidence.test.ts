import assert from 'node:assert/strict';
import { addProof } from '../../../src/core/proof/addProof.ts';
import { documentEvidence, noteEvidence, reportEvidence, urlEvidence } from '../../../src/core/proof/evidence.ts';
import { recheckEvidence } from '../../../src/core/proof/recheck.ts';
import { checkDocument } from '../../../src/core/documents/index.ts';
import type { Evidence } from '../../../src/core/model/event.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { item, kata, path, step } from '../progress/support.ts';

const merged = item('merged', 'evidence', { accepts: ['pull-request'], stars: 1000 });
const catalog = {
  katas: [kata('pairs', ['implement'])],
  paths: [
    path('p', [
      step('s', [
        merged,
        item('decision', 'document', { profile: 'adr/seed' }),
        item('pairs-item', 'kata', { kata: 'pairs' }),
        item('daily', 'practice'),
        item('any', 'evidence'),
      ]),
    ]),
  ],
};
const give = (outcome: string, evidence: Evidence) => {
  const store = memoryProgressStore(catalog);
  return addProof(store, catalog, { outcome, evidence }).then(() => store.state.items.get(outcome)?.state);
};
const pull = (stars?: number): Evidence => ({
  kind: 'pull-request',
  url: 'https://example.org/pull/1',
  ...(stars && { stars }),
});

describe('evidence', () => {
  it('closes what it fits', async () => {
    assert.equal(await give('any', urlEvidence('https://example.org/a')), 'done');
    assert.equal(await give('merged', pull(1000)), 'done');
  });

  it('is refused, and nothing recorded, where it can close nothing', async () => {
    await assert.rejects(give('pairs-item', pull()), /its tests close it, nothing else does/);
    await assert.rejects(give('daily', pull()), /ticked each time/);
    await assert.rejects(give('any', noteEvidence('done')), /not proved by a note/);
    await assert.rejects(give('merged', urlEvidence('https://example.org')), /not proved by a page/);
    await assert.rejects(give('merged', pull(999)), /at least 1000 stars/);
    await assert.rejects(give('merged', pull()), /at least 1000 stars/);
    await assert.rejects(give('nothing', pull()), /no outcome "nothing"/);
    const other: Evidence = { kind: 'document', file: 'a.md', digest: 'a'.repeat(64), profile: 'rfc/seed' };
    await assert.rejects(give('decision', other), /asks for|document of the profile rfc\/seed/);
  });

  it('of a document is given only when the document checks clean', () => {
    const text = '# ADR 1: Use a queue\n';
    const file = 'docs/adr/0001-use-a-queue.md';
    assert.throws(
      () => documentEvidence({ file, text }, checkDocument(text, { file })),
      /has \d+ problems?: .*\(KP\d+\)/,
    );
    assert.throws(
      () => documentEvidence({ file: 'notes.md', text: 'notes' }, checkDocument('notes', { file: 'notes.md' })),
      /not a design document/,
    );
  });

  it('of a report counts its tests, and refuses one with failures', () => {
    const junit = (failures: number) =>
      `<testsuites><testsuite name="a" tests="5" failures="${failures}" skipped="1"></testsuite></testsuites>`;
    const of = (text: string) => reportEvidence({ file: 'report.xml', text }) as { passed?: number; total?: number };
    assert.deepEqual([of(junit(0)).passed, of(junit(0)).total], [4, 4]);
    assert.throws(() => of(junit(1)), /3 of 4 tests passed/);
    assert.equal(of('TAP version 13\nok 1 - a\nok 2 - b\n').total, 2);
    assert.throws(() => of('TAP version 13\nok 1 - a\nnot ok 2 - b\n'), /1 of 2/);
    assert.equal(of('{"numPassedTests":3,"numTotalTests":3}').passed, 3);
    assert.throws(() => of('{"numPassedTests":0,"numTotalTests":0}'), /0 of 0/);
    assert.equal(of('measured by hand').total, undefined);
  });

  it('of a page is an https address without a password', () => {
    assert.deepEqual(urlEvidence('https://example.org/a'), { kind: 'url', url: 'https://example.org/a' });
    for (const url of ['http://example.org', 'javascript:alert(1)', 'https://u:p@example.org', 'example.org', ''])
      assert.throws(() => urlEvidence(url), /not an https address/);
  });

  it('is told to be changed or gone when it is', async () => {
    const { digest } = reportEvidence({ file: 'a.txt', text: 'one' }) as { digest: string };
    const evidence: Evidence = { kind: 'file', file: 'a.txt', digest };
    const states = [{ 'a.txt': 'one' }, { 'a.txt': 'two' }, {}].map(async (files) => {
      return (await recheckEvidence(evidence, { folder: memoryFolder(files as Record<string, string>) })).state;
    });
    assert.deepEqual(await Promise.all(states), ['unchanged', 'changed', 'missing']);
    const commit: Evidence = { kind: 'commit', commit: '1'.repeat(40) };
    const folder = memoryFolder();
    assert.equal((await recheckEvidence(commit, { folder })).state, 'unknown');
    assert.equal((await recheckEvidence(commit, { folder, hasCommit: async () => false })).state, 'missing');
  });
});
