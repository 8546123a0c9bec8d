import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const kata = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'katas/exercises/count-up');

/** Waits until the problems of a file are as wanted; they come after a pause in typing. */
async function waitForCodes(
  uri: vscode.Uri,
  isRight: (codes: readonly string[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const own = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'katapath');
  const codesOf = () => own().map(({ code }) => String(typeof code === 'object' ? code.value : code));
  const end = Date.now() + 20_000;
  while (!isRight(codesOf())) {
    if (Date.now() > end) assert.fail(`problems are ${JSON.stringify(codesOf())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return own();
}

describe('writing a kata', () => {
  before(() => vscode.extensions.getExtension('katapath.katapath')!.activate());

  it('shows a misspelt key on its words, mends it by a quick fix, and then what that hid', async () => {
    const manifest = vscode.Uri.joinPath(kata(), 'kata.json');
    const brief = vscode.Uri.joinPath(kata(), 'README.md');
    const document = await vscode.workspace.openTextDocument(manifest);
    await vscode.window.showTextDocument(document);
    const [problem] = await waitForCodes(manifest, (codes) => codes.includes('KC102'));
    assert.equal(document.getText(problem!.range), '"topcis"');

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      manifest,
      problem!.range,
    );
    const fix = actions.find(({ title }) => title === 'Call it “topics”');
    assert.ok(fix, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.match(document.getText(), /"topics": \["loops"\]/);

    await waitForCodes(manifest, (codes) => codes.length === 0);
    const [link] = await waitForCodes(brief, (codes) => codes.includes('KC114'));
    const text = await vscode.workspace.openTextDocument(brief);
    assert.equal(text.getText(link!.range), 'after.md');

    // Typing the right name takes the problem away, without a save.
    const edit = new vscode.WorkspaceEdit();
    edit.replace(brief, link!.range, 'debrief.md');
    await vscode.workspace.applyEdit(edit);
    await waitForCodes(brief, (codes) => codes.length === 0);
  });
});
