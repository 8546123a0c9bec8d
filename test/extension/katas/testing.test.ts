import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import * as vscode from 'vscode';
import { isKataDone } from '../../../src/core/session/nextStep.ts';
import { learningTree } from '../../../src/core/agenda/learningTree.ts';
import type { StartedKata } from '../../../src/vscode/library/kataLibrary.ts';
import type { Services } from '../../../src/vscode/services.ts';
import { eventually } from '../../support/eventually.ts';
import {
  activateKatapath,
  fileOf,
  forget,
  practiceFolder,
  requireStarted,
  runKata,
  solutionOf,
  startKata,
  testsIn,
  writeAnswer,
} from './practice.ts';

const pairSum = 'two-pointers-pair-sum';

describe('Katas in the Testing view', () => {
  let services: Services;
  let started: StartedKata;
  const attempts = () => services.progress.events.filter(({ type }) => type === 'attempt.recorded');

  before(async () => {
    services = await activateKatapath();
    await forget(services, pairSum);
    started = await startKata(services, pairSum, 'typescript', 'katas/pair sum');
  });

  it('shows a started kata as path, kata, stage, suite and test, standing in the visible test file', async () => {
    const file = vscode.Uri.joinPath(started.uri, 'tests/implement.test.ts');
    const wanted = started.kata.manifest.tracks.typescript!.stages.implement!.tests!.expected;
    const rows = await eventually('the tests stand in their file', async () => {
      const found = await testsIn(file);
      return found.length > wanted.length && found;
    });
    const names = rows.map((row) => row.at(-1));
    assert.deepEqual(
      wanted.filter((name) => !names.includes(name)),
      [],
    );
    const first = rows.find((row) => row.at(-1) === wanted[0])!;
    assert.deepEqual(first.slice(2), [started.uri.toString(), 'implement', wanted[0]!.split(' > ')[0], wanted[0]]);
  });

  it('shows the kata in the file the learner works in, so that it can be run from there', async () => {
    const rows = await eventually('the kata stands in its file', async () => {
      const found = await testsIn(fileOf(started));
      return found.length > 0 && found;
    });
    assert.ok(rows.some((row) => row.at(-1) === started.uri.toString()));
  });

  it('gives a verdict per test, with what was expected and what came, and completes nothing', async () => {
    const before = attempts().length;
    await writeAnswer(started, 'export function pairSum(): [number, number] | null {\n  return [7, 8];\n}\n');
    const [graded, ...more] = await runKata(services, started);
    assert.equal(graded?.result.verdict, 'failed');
    assert.deepEqual(more, [], 'the stage after a failed one is not run');
    const failed = graded.result.tests.filter(({ outcome }) => outcome === 'failed');
    assert.ok(failed.length > 3 && failed.every(({ failure }) => failure?.message));
    const compared = failed.find(({ failure }) => failure?.expected !== undefined)!;
    assert.match(compared.failure!.actual!, /7[\s,]+8/);
    assert.equal(itemState(), 'in-progress');
    assert.equal(attempts().length, before + 1);
  });

  it('never completes a kata that hangs', async () => {
    await writeAnswer(started, 'export function pairSum(): null {\n  for (;;);\n}\n');
    const [graded] = await runKata(services, started);
    assert.equal(graded?.result.verdict, 'timeout');
    assert.match(graded.result.summary, /pairSum > /, 'the test that was running is named');
    assert.equal(itemState(), 'in-progress');
  });

  it('never completes a kata whose file is empty', async () => {
    await writeAnswer(started, '');
    const [graded] = await runKata(services, started);
    assert.equal(graded?.result.verdict, 'compile-error');
    assert.equal(itemState(), 'in-progress');
  });

  it('never completes a kata whose code ends the process before the tests', async () => {
    await writeAnswer(started, 'process.exit(0);\nexport function pairSum(): null { return null; }\n');
    const [graded] = await runKata(services, started);
    assert.equal(graded?.result.verdict, 'crashed');
    assert.equal(itemState(), 'in-progress');
  });

  it('grades with the kata’s own tests, whatever stands in the folder', async () => {
    const visible = vscode.Uri.joinPath(started.uri, 'tests/implement.test.ts');
    const original = await vscode.workspace.fs.readFile(visible);
    await vscode.workspace.fs.writeFile(
      visible,
      new TextEncoder().encode("import { test } from 'node:test';\ntest('nothing', () => {});\n"),
    );
    await writeAnswer(started, 'export function pairSum(): null {\n  return null;\n}\n');
    const [graded] = await runKata(services, started);
    assert.equal(graded?.result.verdict, 'failed');
    assert.deepEqual(graded.result.testsEdited, ['tests/implement.test.ts']);
    await vscode.workspace.fs.writeFile(visible, original);
  });

  it('saves what is being edited before it runs', async () => {
    await writeAnswer(started, '');
    const editor = await vscode.window.showTextDocument(fileOf(started));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'export const other = 1;\n'));
    assert.ok(editor.document.isDirty);
    const [graded] = await runKata(services, started);
    assert.ok(!editor.document.isDirty);
    assert.match(graded!.result.summary, /pairSum/);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'the focus stays where it was');
  });

  it('a pass appends the attempt and the kata is done in the learning tree', async () => {
    const before = attempts().length;
    await writeAnswer(started, await solutionOf(services, started));
    const graded = await runKata(services, started);
    assert.deepEqual(
      graded.map(({ stage, result }) => [stage, result.verdict]),
      started.kata.manifest.stages.map(({ id }) => [id, 'passed']),
    );
    assert.equal(attempts().length, before + started.kata.manifest.stages.length);
    assert.ok(isKataDone(started.kata, 'typescript', services.progress.state));
    assert.equal(itemState(), 'done');
  });

  it('keeps what was handed in, to look at later', async () => {
    const kept = await services.attempts.list(started.marker.instance);
    const last = kept.at(-1)!;
    assert.deepEqual(await services.attempts.readFiles(last), { 'pair-sum.ts': await solutionOf(services, started) });
  });

  it('shows the verdict above the learner’s file, with ways to run and to the brief', async () => {
    await vscode.window.showTextDocument(fileOf(started));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      fileOf(started),
      9,
    );
    const titles = lenses.map(({ command }) => (command?.title ?? '').replaceAll('\u00a0', ' '));
    assert.ok(
      titles.some((title) => /\$\(pass\).*passed/.test(title)),
      titles.join(' | '),
    );
    assert.ok(titles.includes('$(run) Run') && titles.includes('$(book) Open brief'), titles.join(' | '));
  });

  it('finds the kata again after its folder was moved and renamed', async () => {
    const moved = vscode.Uri.joinPath(practiceFolder().uri, 'elsewhere/ünï sum');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(started.uri, moved);
    assert.ok(await vscode.workspace.applyEdit(edit));
    started = await eventually('the moved kata is listed', () =>
      requireStarted(services, 'elsewhere/ünï sum').catch(() => undefined),
    );
    await eventually('its tests stand in the moved file', async () => {
      return (await testsIn(vscode.Uri.joinPath(moved, 'tests/implement.test.ts'))).length > 0;
    });
    const graded = await runKata(services, started);
    assert.deepEqual(
      graded.map(({ result }) => result.verdict),
      started.kata.manifest.stages.map(() => 'passed'),
    );
  });

  it('finds the kata again after another program moved its folder', async () => {
    const moved = vscode.Uri.joinPath(practiceFolder().uri, 'by hand');
    await rename(started.uri.fsPath, moved.fsPath);
    await eventually('its tests stand in the moved file', async () => {
      return (await testsIn(vscode.Uri.joinPath(moved, 'tests/implement.test.ts'))).length > 0;
    });
    started = await requireStarted(services, 'by hand');
  });

  it('a deleted kata leaves the view, and what was passed stays passed', async () => {
    const file = vscode.Uri.joinPath(started.uri, 'tests/implement.test.ts');
    await vscode.workspace.fs.delete(started.uri, { recursive: true });
    await eventually('its tests are gone', async () => (await testsIn(file)).length === 0);
    assert.equal(itemState(), 'done');
  });

  it('runs a Python kata in the same way', async () => {
    const python = await startKata(services, pairSum, 'python', 'katas/pair-sum-python');
    await writeAnswer(python, 'def pair_sum(numbers, target):\n    return (7, 8)\n');
    const [failed] = await runKata(services, python);
    assert.equal(failed?.result.verdict, 'failed');
    await writeAnswer(python, await solutionOf(services, python));
    const graded = await runKata(services, python);
    assert.deepEqual(
      graded.map(({ result }) => result.verdict),
      python.kata.manifest.stages.map(() => 'passed'),
    );
  });

  function itemState(): string | undefined {
    const nodes = learningTree(services.catalog, services.progress.state).paths.flatMap(({ steps }) =>
      steps.flatMap(({ items }) => items),
    );
    return nodes.find(({ item }) => item.kata === pairSum)?.state;
  }
});
