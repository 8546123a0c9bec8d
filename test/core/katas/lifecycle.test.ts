import assert from 'node:assert/strict';
import { HumanError } from '../../../src/core/errors.ts';
import { AttemptStore } from '../../../src/core/katas/attempts/store.ts';
import { readKataFolder } from '../../../src/core/katas/folder/find.ts';
import {
  KataFolderGone,
  compareTests,
  describeUpdate,
  resetKata,
  restoreTests,
  undoChange,
  updateKataFolder,
  type FolderChange,
} from '../../../src/core/katas/folder/lifecycle.ts';
import { hashEach, scaffoldKata } from '../../../src/core/katas/folder/scaffold.ts';
import type { Verdict } from '../../../src/core/model/verdict.ts';
import { memoryFolder, type MemoryFolder } from '../../support/memoryFolder.ts';
import { sampleKata } from './sampleKata.ts';

let serial = 0;
const freshId = () => `id-${String(++serial).padStart(4, '0')}`;

async function startedKata() {
  const { kata, content } = sampleKata();
  const workspace = memoryFolder();
  await scaffoldKata({ kata, content, target: workspace, language: 'typescript', folderName: 'k', instance: 'one' });
  const attempts = new AttemptStore(memoryFolder());
  const change = async (): Promise<FolderChange> => {
    const folder = (await readKataFolder(workspace, 'k'))!;
    return { kata, content, workspace, folder, attempts, stage: 'add', now: ++serial, id: freshId() };
  };
  return { kata, content, workspace, attempts, change };
}

describe('resetting a kata', () => {
  it('brings the starter back, keeps the work first, and can be undone and redone', async () => {
    const { workspace, content, change } = await startedKata();
    workspace.files.set('k/sum.ts', 'my work');
    workspace.files.set('k/notes.txt', 'not the kata’s');
    const snapshot = await resetKata(await change());
    assert.equal(workspace.files.get('k/sum.ts'), content.files.get('typescript/start/sum.ts'));
    const undone = await undoChange(await change(), snapshot);
    assert.equal(workspace.files.get('k/sum.ts'), 'my work');
    await undoChange(await change(), undone);
    assert.equal(workspace.files.get('k/sum.ts'), content.files.get('typescript/start/sum.ts'));
    assert.equal(workspace.files.get('k/notes.txt'), 'not the kata’s');
  });

  it('works when the learner deleted the file', async () => {
    const { workspace, change } = await startedKata();
    workspace.files.delete('k/sum.ts');
    await resetKata(await change());
    assert.ok(workspace.files.has('k/sum.ts'));
  });
});

describe('a kata folder that is moved while it is about to change', () => {
  /** The workspace with an untouched kata, whose folder is gone after so many looks at a file. */
  const movedAfter = (workspace: MemoryFolder, reads: number): MemoryFolder => ({
    ...workspace,
    async read(name) {
      if (reads-- === 0) await workspace.remove('k');
      return workspace.read(name);
    },
    write: (name) => assert.fail(`${name} is written, though it stands there already or its folder is gone`),
  });

  it('is not made anew where it was, whenever that happens', async () => {
    const ends = new Set<string>();
    for (let reads = 0; reads < 4; reads++) {
      const { workspace, change } = await startedKata();
      const now = await change();
      try {
        await resetKata({ ...now, workspace: movedAfter(workspace, reads) });
        ends.add('unchanged');
      } catch (error) {
        assert.ok(error instanceof KataFolderGone);
        assert.deepEqual([...workspace.files.keys()], [], `moved after ${reads} reads`);
        ends.add('refused');
      }
    }
    assert.deepEqual([...ends], ['refused', 'unchanged']);
  });
});

describe('the visible tests', () => {
  it('are the same after git changed their line endings', async () => {
    const { workspace, change } = await startedKata();
    workspace.files.set('k/tests/add.test.ts', '// add\r\n');
    assert.deepEqual([...new Set((await compareTests(await change())).map(({ state }) => state))], ['same']);
    assert.equal(await restoreTests(await change()), undefined);
  });

  it('are compared and restored one by one, and an edited one is kept', async () => {
    const { workspace, attempts, change } = await startedKata();
    workspace.files.set('k/tests/add.test.ts', '// all is well');
    workspace.files.delete('k/tests/many.test.ts');
    const states = Object.fromEntries((await compareTests(await change())).map(({ name, state }) => [name, state]));
    assert.deepEqual(states, {
      'tests/add.test.ts': 'changed',
      'tests/many.test.ts': 'missing',
      'tests/cases.json': 'same',
    });
    const snapshot = await restoreTests(await change());
    assert.equal(workspace.files.get('k/tests/add.test.ts'), '// add\n');
    assert.equal(workspace.files.get('k/tests/many.test.ts'), '// many\n');
    assert.equal((await attempts.readFiles(snapshot!))['tests/add.test.ts'], '// all is well');
  });
});

describe('updating a kata folder', () => {
  it('replaces tests and brief, keeps the learner’s work, and says what changed', async () => {
    const { kata, content, workspace, attempts, change } = await startedKata();
    workspace.files.set('k/sum.ts', 'my work');
    workspace.files.set('k/tests/many.test.ts', '// my own idea');
    content.files.set('typescript/start/sum.ts', 'a better starter');
    content.files.set('typescript/tests/many.test.ts', '// many, mended');
    content.files.set('typescript/tests/support.ts', '// new');
    content.files.delete('typescript/tests/add.test.ts');
    content.files.set('README.md', '# New brief');
    const next = {
      manifest: { ...kata.manifest, version: 2 },
      files: [...content.files.keys()].sort(),
    };
    const updates = await updateKataFolder({ ...(await change()), kata: next });
    assert.deepEqual(Object.fromEntries(updates.map(({ name, change: kind }) => [name, kind])), {
      'sum.ts': 'kept',
      'tests/many.test.ts': 'replaced',
      'tests/support.ts': 'added',
      'tests/add.test.ts': 'removed',
      'README.md': 'replaced',
    });
    assert.equal(workspace.files.get('k/sum.ts'), 'my work');
    assert.equal(workspace.files.get('k/tests/many.test.ts'), '// many, mended');
    assert.equal(workspace.files.has('k/tests/add.test.ts'), false);
    const snapshot = (await attempts.list('one')).at(-1)!;
    assert.equal((await attempts.readFiles(snapshot))['tests/many.test.ts'], '// my own idea');
    assert.equal((await readKataFolder(workspace, 'k'))?.marker.version, 2);
    assert.match(describeUpdate(next, updates), /version 2\..*New: tests\/support\.ts\..*left as it is: sum\.ts\./);
    assert.deepEqual(
      await updateKataFolder({ ...(await change()), kata: next }),
      [],
      'a second update has nothing to do',
    );
  });

  it('replaces a starter that nobody touched', async () => {
    const { kata, content, workspace, change } = await startedKata();
    content.files.set('typescript/start/sum.ts', 'a better starter');
    const next = { ...kata, manifest: { ...kata.manifest, version: 2 } };
    await updateKataFolder({ ...(await change()), kata: next });
    assert.equal(workspace.files.get('k/sum.ts'), 'a better starter');
  });
});

describe('attempts', () => {
  const graded = (at: number, verdict: Verdict = 'failed') =>
    ({
      kind: 'graded',
      kata: 'sum',
      version: 1,
      language: 'python',
      instance: 'one',
      stage: 'add',
      at,
      verdict,
      summary: 'A sentence.',
      durationMs: 12,
      tests: { passed: 1, total: 2 },
      testsHash: 'abc',
    }) as const;

  it('are listed oldest first, with their files and a hash that is the same for the same answer', async () => {
    const store = new AttemptStore(memoryFolder());
    await store.record(graded(2), { id: 'b', files: { 'sum.py': 'two\n' } });
    await store.record(graded(1), { id: 'a', files: { 'sum.py': 'one\n' } });
    await store.record(graded(3), { id: 'c', files: { 'sum.py': 'one\r\n' } });
    const attempts = await store.list('one');
    assert.deepEqual(
      attempts.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
    assert.equal(attempts[0]!.solutionHash, attempts[2]!.solutionHash);
    assert.notEqual(attempts[0]!.solutionHash, attempts[1]!.solutionHash);
    assert.deepEqual(await store.readFiles(attempts[2]!), { 'sum.py': 'one\r\n' });
  });

  it('keep each text once', async () => {
    const folder = memoryFolder();
    const store = new AttemptStore(folder);
    for (let at = 0; at < 5; at++)
      await store.record(graded(at), { id: `a${at}`, files: { 'a.py': 'x', 'b.py': 'x' } });
    assert.equal([...folder.files.keys()].filter((name) => name.startsWith('one/files/')).length, 1);
  });

  it('drop the oldest texts beyond the cap, never the first or last pass, nor a record', async () => {
    const folder = memoryFolder();
    const store = new AttemptStore(folder, { maxSize: 5000 });
    for (let at = 0; at < 20; at++)
      await store.record(graded(at, at === 3 || at === 9 ? 'passed' : 'failed'), {
        id: `a${at}`,
        files: { 'sum.py': String(at % 10).repeat(900) + at },
      });
    const attempts = await store.list('one');
    assert.equal(attempts.length, 20);
    assert.deepEqual(
      attempts.filter(({ files }) => files).map(({ at }) => at),
      [3, 9, 17, 18, 19],
    );
    assert.equal((await folder.list('one/files')).length, 5);
    await assert.rejects(store.readFiles(attempts[0]!), HumanError);
  });

  it('survive a record that was cut short', async () => {
    const folder = memoryFolder({ 'one/000-broken.json': '{"id":' });
    const store = new AttemptStore(folder);
    await store.record(graded(1), { id: 'a', files: {} });
    assert.equal((await store.list('one')).length, 1);
  });
});

describe('a marker that a stranger has written', () => {
  const rewrite = (workspace: MemoryFolder, changes: object) => {
    const name = 'k/.katapath-kata.json';
    workspace.files.set(name, JSON.stringify({ ...JSON.parse(workspace.files.get(name)!), ...changes }));
  };

  for (const language of ['toString', 'constructor', '__proto__', 'hasOwnProperty'])
    it(`may call its language “${language}”, and is told that there is no such track`, async () => {
      const { workspace, change } = await startedKata();
      rewrite(workspace, { language });
      const before = new Map(workspace.files);
      for (const work of [resetKata, updateKataFolder])
        await assert.rejects(work(await change()), ({ message }: HumanError) =>
          message.endsWith(`no ${language} track.`),
        );
      assert.deepEqual(workspace.files, before);
    });

  for (const name of ['.git/HEAD', '.GIT/config', '.vscode/tasks.json', '../outside.txt', '/outside.txt', 'a/.hooks/b'])
    it(`may say that ${name} was handed out, and an update leaves it alone`, async () => {
      const { kata, workspace, change } = await startedKata();
      const text = 'not the kata’s';
      workspace.files.set(`k/${name}`, text);
      rewrite(workspace, { shipped: await hashEach({ [name]: text }) });
      const next = { ...kata, manifest: { ...kata.manifest, version: kata.manifest.version + 1 } };
      const updates = await updateKataFolder({ ...(await change()), kata: next });
      assert.equal(
        updates.some((update) => update.name === name),
        false,
      );
      assert.equal(workspace.files.get(`k/${name}`), text);
    });
});
