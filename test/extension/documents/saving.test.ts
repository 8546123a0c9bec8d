import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, adr, codeOf, find, open, problemsOf, until } from './workspace.ts';

const queue = adr('0007-keep-mail-in-a-queue');
const moved = adr('0008-keep-mail-in-a-queue');
const twin = adr('0007-send-mail-at-night');
const renumbered = adr('0009-send-mail-at-night');

const record = (number: string) =>
  [`# ADR-${number}: Keep mail in a queue`, '## Date: 2026-04-20 | Status: Acepted', '', '## Context', 'x', ''].join(
    '\n',
  );

const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
const readFile = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const closeUnsaved = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
const untilCodes = (uri: vscode.Uri, isGood: (codes: string[]) => boolean) =>
  until(() => problemsOf(uri).map(codeOf), isGood);

/** Types at the end and saves, as a person does. */
async function typeAndSave(document: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'More.\n');
  await vscode.workspace.applyEdit(edit);
  assert.ok(await document.save());
}

/** What a hover over a reference to a record says of it. */
async function hoverOn(uri: vscode.Uri, place: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
  return hovers.flatMap(({ contents }) => contents.map((it) => (it as vscode.MarkdownString).value)).join('\n');
}

describe('a design document’s text and its file', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of [queue, moved, twin, renumbered])
      await vscode.workspace.fs.delete(uri).then(undefined, () => 'It was not made, or is elsewhere by now.');
  });

  it('are fixed on save for those who ask for it, and for nobody else; line ends stay', async () => {
    await write(queue, record('007').replaceAll('\n', '\r\n'));
    const document = await open(queue);
    await untilCodes(queue, (codes) => codes.includes('KP202'));
    await typeAndSave(document);
    assert.match(await readFile(queue), /Status: Acepted\r\n/, 'nothing is fixed unasked');
    const editor = vscode.workspace.getConfiguration('editor', queue);
    const { Workspace } = vscode.ConfigurationTarget;
    await editor.update('codeActionsOnSave', { 'source.fixAll.katapath': 'explicit' }, Workspace);
    try {
      await typeAndSave(document);
    } finally {
      await editor.update('codeActionsOnSave', undefined, Workspace);
    }
    const saved = await readFile(queue);
    assert.match(saved, /Status: Accepted\r\n/);
    assert.doesNotMatch(saved, /[^\r]\n/);
    assert.equal(saved, document.getText());
    assert.equal(document.isDirty, false);
  });

  it('need not be a file yet: problems come, are fixed, and go with the editor', async () => {
    const content = `<!-- katapath: profile=adr/seed -->\n${record('007')}`;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    await untilCodes(document.uri, (codes) => codes.includes('KP202'));
    const place = find(document, 'Acepted');
    const actions = await actionsAt(document.uri, new vscode.Range(place, place), vscode.CodeActionKind.QuickFix);
    await vscode.workspace.applyEdit(actions.find(({ title }) => title === 'Change to "Accepted"')!.edit!);
    await untilCodes(document.uri, (codes) => codes.length > 0 && !codes.includes('KP202'));
    await closeUnsaved();
    await untilCodes(document.uri, (codes) => codes.length === 0);
  });

  it('keep their problems when the file gets another name, and leave none behind', async () => {
    await write(queue, record('007'));
    await open(queue);
    await untilCodes(queue, (codes) => codes.includes('KP202'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(queue, moved);
    assert.ok(await vscode.workspace.applyEdit(edit));
    // The new name says another number than the title: it is checked as what it is called now.
    await untilCodes(moved, (codes) => codes.includes('KP202') && codes.includes('KP103'));
    await untilCodes(queue, (codes) => codes.length === 0);
  });

  it('part when an editor is closed unsaved: the others go by what is on disk again', async () => {
    await write(queue, record('007'));
    await write(moved, `${record('008')}\nSee ADR-007.\n`);
    const document = await open(moved);
    const place = find(document, 'ADR-007', 2);
    const said = (words: RegExp) =>
      until(
        () => hoverOn(moved, place),
        (hover) => words.test(hover),
      );
    await said(/acepted/);
    const other = await open(queue);
    const edit = new vscode.WorkspaceEdit();
    const status = find(other, 'Acepted', 0);
    edit.replace(queue, new vscode.Range(status, status.translate(0, 'Acepted'.length)), 'Rejected');
    await vscode.workspace.applyEdit(edit);
    await said(/rejected/);
    await closeUnsaved();
    await said(/acepted/);
  });

  it('get another number from the problem, where two have the same', async () => {
    await write(queue, record('007'));
    await write(twin, record('007'));
    await open(twin);
    await untilCodes(twin, (codes) => codes.includes('KP701'));
    const { range } = problemsOf(twin).find((problem) => codeOf(problem) === 'KP701')!;
    const action = (await until(
      async () => (await actionsAt(twin, range)).find(({ title }) => title === 'Give this document another number…'),
      (found) => found !== undefined,
    ))!;
    assert.equal(action.command?.command, 'katapath.renumberDocument');
    // A person is asked for the number; a program names it.
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []), 9);
    await untilCodes(renumbered, (codes) => codes.length > 0 && !codes.includes('KP701'));
    const document = await vscode.workspace.openTextDocument(renumbered);
    assert.match(document.getText(), /^# ADR-009:/);
    await document.save();
  });
});
