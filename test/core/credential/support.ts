import { makeSecret, toSigningKey, type SigningKey } from '../../../src/core/credential/key.ts';
import { knownPaths } from '../../../src/core/credential/knownPaths.ts';
import { verifyCredential } from '../../../src/core/credential/verify.ts';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { issueFromStore, type IssuedCredential } from '../../../src/core/credential/issue.ts';
import type { Evidence } from '../../../src/core/model/event.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';
import type { ProgressStore } from '../../../src/core/progress/store.ts';
import { attempt, item, kata, path, step } from '../progress/support.ts';

export const NOW = Date.UTC(2025, 10, 21, 9, 30);

export const newKey = (): SigningKey => toSigningKey(makeSecret())!;

/** A short path with a kata, two kinds of evidence, a tick and an elective. */
export const growth = path('growth', [
  step('build', [item('pairs-item', 'kata', { kata: 'pairs' }), item('running', 'evidence')]),
  step('decide', [item('decision', 'document', { profile: 'adr/seed' }), item('read-it', 'reading')], {
    after: ['build'],
  }),
  step('open-source', [item('merged', 'evidence', { accepts: ['pull-request'], stars: 1000 })], { required: false }),
]);

export const catalog = { katas: [kata('pairs', ['implement'])], paths: [growth] };

/** A learner who has done everything the path asks for. */
export async function completeStore(): Promise<ProgressStore> {
  const store = memoryProgressStore(catalog, { clock: () => NOW });
  await store.append([
    attempt({ kata: 'pairs', stage: 'implement', tests: 'a'.repeat(32), solution: 'b'.repeat(32) }),
    { type: 'item.completed', item: 'read-it', note: 'Names “quoted” & <tagged> — ünïcode 🎓' },
  ]);
  await close(store, 'running', { kind: 'commit', commit: '1'.repeat(40), tree: '2'.repeat(40) });
  await close(store, 'decision', {
    kind: 'document',
    file: 'docs/0001-queue.md',
    digest: 'c'.repeat(64),
    profile: 'adr/seed',
  });
  await close(store, 'merged', {
    kind: 'pull-request',
    url: 'https://example.org/project/pull/7',
    commit: '3'.repeat(40),
    stars: 1200,
  });
  return store;
}

export async function close(store: ProgressStore, outcome: string, evidence: Evidence): Promise<void> {
  const [proof] = await store.append([{ type: 'proof.added', outcome, evidence }]);
  await store.append([{ type: 'outcome.closed', outcome, proof: proof!.h }]);
}

export async function issued(key = newKey()): Promise<IssuedCredential & { key: SigningKey }> {
  const issue = await issueFromStore(await completeStore(), {
    path: growth,
    catalog,
    key,
    name: 'Ada',
    now: NOW,
    id: '0b5c9a52-6a4e-4b5c-9a52-6a4e4b5c9a52',
  });
  return { ...issue, key };
}

/** The paths of this Katapath. */
export const paths = knownPaths(bundledCatalog);

/** As the command line and the editor do it, with the paths of this Katapath. */
export function verify(text: string, options: Partial<Parameters<typeof verifyCredential>[1]> = {}) {
  return verifyCredential(text, { paths, ...options });
}
