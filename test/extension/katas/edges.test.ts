import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { chooseKata } from '../../../src/vscode/rows/chooseKata.ts';
import type { Graded } from '../../../src/vscode/library/kataGrading.ts';
import type { StartedKata } from '../../../src/vscode/library/kataLibrary.ts';
import type { Services } from '../../../src/vscode/services.ts';
import { eventually } from '../../support/eventually.ts';
import {
  activateKatapath,
  collectVerdicts,
  fileOf,
  practiceFolder,
  requireStarted,
  runKata,
  solutionOf,
  startKata,
  testsIn,
  writeAnswer,
} from './practice.ts';

// Another kata than the other suites': what one suite passes stays passed for the next.
const kataId = 'two-pointers-deduplicate';
const hanging = 'export function deduplicate(): number {\n  for (;;);\n}\n';

describe('Katas in the Testing view, at the edges', () => {
  let services: Services;
  let started: StartedKata;

  before(async () => {
    services = await activateKatapath();
    const plain = await startKata(services, kataId, 'typescript', 'plain');
    const odd = "it's a “kata” 🙂";
    await vscode.workspace.fs.rename(plain.uri, vscode.Uri.joinPath(practiceFolder().uri, odd));
    started = await eventually('the renamed kata is listed', () =>
      requireStarted(services, odd).catch(() => undefined),
    );
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('keeps two folders of the same kata apart', async () => {
    const twin = await startKata(services, kataId, 'typescript', 'twin');
    await writeAnswer(started, await solutionOf(services, started));
    await writeAnswer(twin, 'export const deduplicate = () => -1;\n');
    assert.equal((await runKata(services, twin))[0]?.result.verdict, 'failed');
    assert.equal((await runKata(services, started))[0]?.result.verdict, 'passed');
    assert.equal((await services.grading.passedIn(twin)).size, 0);
    assert.ok((await services.grading.passedIn(started)).size > 0);
    await vscode.workspace.fs.delete(twin.uri, { recursive: true });
    await eventually('the twin is gone', async () =>
      (await services.katas.list()).every(({ uri }) => uri.path !== twin.uri.path),
    );
  });

  it('is running from the first stage to the last, without a pause', async () => {
    const staged = await startKata(services, kataId, 'typescript', 'staged');
    await writeAnswer(staged, await solutionOf(services, staged));
    const isRunning: boolean[] = [];
    const subscription = services.grading.onDidChangeRunning(() => isRunning.push(services.grading.isRunning(staged)));
    const graded = await runKata(services, staged);
    subscription.dispose();
    assert.ok(graded.length > 1, 'a kata of several stages');
    assert.equal(isRunning.indexOf(false), isRunning.length - 1);
    await vscode.workspace.fs.delete(staged.uri, { recursive: true });
  });

  it('cancels a run, and counts it as no attempt', async () => {
    await writeAnswer(started, hanging);
    const before = services.progress.events.length;
    const graded = await collectVerdicts(services, async () => {
      const run = vscode.commands.executeCommand('katapath.runKata', started.uri);
      await eventually('the run has begun', async () => services.grading.isRunning(started));
      await vscode.commands.executeCommand('testing.cancelRun');
      await run;
    });
    assert.deepEqual(verdictsOf(graded), ['cancelled']);
    assert.equal(services.progress.events.length, before);
  });

  it('says so when the folder is removed while its tests run', async () => {
    const doomed = await startKata(services, kataId, 'typescript', 'doomed');
    await writeAnswer(doomed, hanging);
    const graded = await collectVerdicts(services, async () => {
      const run = vscode.commands.executeCommand('katapath.runKata', doomed.uri);
      await eventually('the run has begun', async () => services.grading.isRunning(doomed));
      await vscode.workspace.fs.delete(doomed.uri, { recursive: true });
      await run;
    });
    // A time-out when its file had been read before it went, else a missing file, or none when the folder went first.
    assert.ok(['timeout', 'compile-error', ''].includes(verdictsOf(graded).join()), verdictsOf(graded).join());
    await assert.rejects(() => grade(doomed), /The folder of “.*” is gone/);
  });

  it('is found where another program has just moved it, before the watcher tells', async () => {
    const before = await startKata(services, 'guard-clauses', 'typescript', 'before');
    const after = vscode.Uri.joinPath(practiceFolder().uri, 'after');
    renameSync(before.uri.fsPath, after.fsPath);
    const chosen = await chooseKata(services, 'guard-clauses');
    assert.equal(chosen?.uri.toString(), after.toString());
    rmSync(after.fsPath, { recursive: true });
    await assert.rejects(chooseKata(services, 'guard-clauses'), /has not been started/);
  });

  it('is found where another program has just brought it, by its id and by its file', async () => {
    const before = await startKata(services, 'guard-clauses', 'typescript', 'away');
    const outside = mkdtempSync(join(tmpdir(), 'katapath-away-'));
    const away = join(outside, 'kata');
    const back = vscode.Uri.joinPath(practiceFolder().uri, 'back');
    const comesBack = async <T>(look: () => Promise<T>): Promise<T> => {
      renameSync(existsSync(back.fsPath) ? back.fsPath : before.uri.fsPath, away);
      services.katas.refresh();
      const known = await services.katas.list();
      assert.ok(
        known.every(({ kata }) => kata.manifest.id !== 'guard-clauses'),
        'it is known to be away',
      );
      // In the turn in which it comes, no watcher can have told.
      renameSync(away, back.fsPath);
      return look();
    };
    const chosen = await comesBack(() => chooseKata(services, 'guard-clauses'));
    assert.equal(chosen?.uri.toString(), back.toString());
    const byFile = await comesBack(() => chooseKata(services, fileOf({ ...before, uri: back })));
    assert.equal(byFile?.uri.toString(), back.toString());
    rmSync(outside, { recursive: true });
    rmSync(back.fsPath, { recursive: true });
  });

  it('names the file that is missing', async () => {
    const partial = await startKata(services, kataId, 'typescript', 'partial');
    await vscode.workspace.fs.delete(fileOf(partial));
    const [graded] = await runKata(services, partial);
    assert.equal(graded?.result.verdict, 'compile-error');
    assert.match(graded.result.summary, /deduplicate\.ts is missing/);
    await vscode.workspace.fs.delete(partial.uri, { recursive: true });
  });

  it('runs on save only for who asked for it, and leaves the focus alone', async () => {
    const editor = await vscode.window.showTextDocument(fileOf(started));
    const settings = vscode.workspace.getConfiguration('katapath');
    const edit = async (text: string) => {
      const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
      await editor.edit((change) => change.replace(all, text));
      await editor.document.save();
    };
    const solution = await solutionOf(services, started);
    try {
      await settings.update('runOnSave', true, vscode.ConfigurationTarget.Workspace);
      const graded = await collectVerdicts(services, async () => {
        const run = nextVerdict(services);
        await edit(solution);
        await run;
      });
      assert.equal(graded[0]?.result.verdict, 'passed');
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), fileOf(started).toString());
    } finally {
      await settings.update('runOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('all runs are over', async () => !services.grading.isRunning(started));
    const quiet = await collectVerdicts(services, () => edit(`${solution}\n`));
    assert.deepEqual(quiet, []);
  });

  it('runs again at each save while continuous run is on', async () => {
    const editor = await vscode.window.showTextDocument(fileOf(started));
    const addLine = async (line: string) => {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), line));
      await editor.document.save();
    };
    let hasRun = false;
    void nextVerdict(services).then(() => (hasRun = true));
    await vscode.commands.executeCommand('testing.startContinuousRun');
    try {
      // VS Code turns it on in its own time: a save before that is nobody's.
      await eventually('a save is followed by a run', async () => {
        await addLine('// again\n');
        await new Promise((resolve) => setTimeout(resolve, 500));
        return hasRun;
      });
    } finally {
      await vscode.commands.executeCommand('testing.stopContinuousRun');
    }
    // It ends in VS Code's own time, too: a save before that still begins a run, which is cancelled.
    await eventually('a save is followed by no run', async () => {
      const verdicts = await collectVerdicts(services, async () => {
        await addLine('// once more\n');
        await new Promise((resolve) => setTimeout(resolve, 500));
        await eventually('no run goes on', async () => !services.grading.isRunning(started));
      });
      return verdicts.length === 0;
    });
  });

  it('tells above an edited test file that the kata’s own grades', async () => {
    const tests = vscode.Uri.joinPath(started.uri, 'tests/implement.test.ts');
    const editor = await vscode.window.showTextDocument(tests);
    const lenses = async () =>
      (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', tests, 9))
        .map(({ command }) => (command?.title ?? '').replace(/^\$\([^)]*\)\s*/, ''))
        .filter((title) => /^Edited|^Restore/.test(title));
    assert.deepEqual(await lenses(), []);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// mine\n'));
    assert.deepEqual(await lenses(), ['Edited: runs are graded by the kata’s own copy. Compare', 'Restore tests']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('moves the icons with the tests while the file is edited', async () => {
    const tests = vscode.Uri.joinPath(started.uri, 'tests/implement.test.ts');
    const editor = await vscode.window.showTextDocument(tests);
    assert.ok((await testsIn(tests)).length > 0);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n\n'));
    assert.ok((await testsIn(tests)).length > 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('grades the tests a learner writes, and says in words what they let pass', async () => {
    const rose = await startKata(services, 'gilded-rose', 'typescript', 'rose');
    const own = rose.kata.manifest.tracks.typescript!.stages[rose.kata.manifest.stages[0]!.id]!.learnerTests!;
    const file = vscode.Uri.joinPath(rose.uri, own);
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode(
        [
          "import assert from 'node:assert/strict';",
          "import { test } from 'node:test';",
          "import { GildedRose, Item } from './gilded-rose.ts';",
          "test('an ordinary item loses one', () => {",
          "  const items = [new Item('Bread', 5, 5)];",
          '  new GildedRose(items).updateQuality();',
          '  assert.equal(items[0].quality, 4);',
          '});',
          '',
        ].join('\n'),
      ),
    );
    const [graded] = await runKata(services, rose);
    assert.equal(graded?.result.verdict, 'failed');
    await eventually('their test has its row', async () =>
      (await testsIn(file)).some((row) => row.at(-1) === 'an ordinary item loses one'),
    );
  });

  it('offers the newer version of a kata above its file, and keeps the work', async () => {
    const dated = await startKata(services, kataId, 'typescript', 'dated');
    await writeAnswer(dated, '// my own work\n');
    const marker = vscode.Uri.joinPath(dated.uri, '.katapath-kata.json');
    const { shipped, ...rest } = dated.marker;
    // As an older Katapath handed it out: with another brief, and a test file that is no more.
    const older = { ...rest, version: 0, shipped: { ...shipped, 'README.md': 'another', 'tests/old.ts': 'another' } };
    writeFileSync(marker.fsPath, JSON.stringify(older));
    await vscode.window.showTextDocument(fileOf(dated));
    const offer = await eventually('the update is offered', async () =>
      (
        await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', fileOf(dated), 9)
      ).find(({ command }) => command?.title.includes('Update')),
    );
    await vscode.commands.executeCommand(offer.command!.command, ...(offer.command!.arguments ?? []));
    assert.equal(JSON.parse(readFileSync(marker.fsPath, 'utf8')).version, dated.kata.manifest.version);
    assert.equal(readFileSync(fileOf(dated).fsPath, 'utf8'), '// my own work\n');
    const kept = (await services.attempts.list(dated.marker.instance)).at(-1);
    assert.equal(kept?.kind === 'snapshot' && kept.reason, 'update');
    await vscode.workspace.fs.delete(dated.uri, { recursive: true });
  });

  it('asks for nothing and says what to do where no kata fits', async () => {
    await assert.rejects(
      async () => (await import('../../../src/vscode/rows/chooseKata.ts')).chooseKata(services, 'task-scheduler'),
      /has not been started in this workspace/,
    );
  });

  const verdictsOf = (graded: readonly Graded[]) => graded.map(({ result }) => result.verdict);

  async function grade(kata: StartedKata): Promise<void> {
    const signal = new AbortController().signal;
    for await (const event of services.grading.grade(kata, 'implement', { signal })) void event;
  }
});

function nextVerdict({ grading }: Services): Promise<Graded> {
  return new Promise((resolve) => {
    const subscription = grading.onDidGrade((graded) => {
      subscription.dispose();
      resolve(graded);
    });
  });
}
