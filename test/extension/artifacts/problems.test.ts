import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const uriOf = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
const codesOf = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'katapath')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));

async function waitForCodes(uri: vscode.Uri, wanted: readonly string[]): Promise<void> {
  const end = Date.now() + 30_000;
  while (codesOf(uri).join() !== wanted.join()) {
    if (Date.now() > end) assert.fail(`problems are ${JSON.stringify(codesOf(uri))}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function show(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(name)));
}

describe('an artifact in the editor', () => {
  before(() => vscode.extensions.getExtension('katapath.katapath')!.activate());

  it('has its problems on their words where the settings name it, and none when they are mended', async () => {
    const uri = uriOf('deploy/service.yaml');
    const editor = await show('deploy/service.yaml');
    await waitForCodes(uri, ['KA223']);
    const [problem] = vscode.languages.getDiagnostics(uri);
    assert.equal(editor.document.getText(problem!.range), 'NodePort');
    await editor.edit((edit) => edit.replace(problem!.range, 'ClusterIP'));
    await waitForCodes(uri, []);
  });

  it('that nobody named is left alone until it names its kind itself', async () => {
    const uri = uriOf('elsewhere.yaml');
    const editor = await show('elsewhere.yaml');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# ours\n'));
    // The other file is checked after the same pause: once it has its problem, this one had its chance.
    const other = await show('deploy/service.yaml');
    await other.edit((edit) => edit.insert(new vscode.Position(0, 0), 'kind: Twice\n'));
    await waitForCodes(uriOf('deploy/service.yaml'), ['KA001']);
    assert.deepEqual(codesOf(uri), []);
    const again = await show('elsewhere.yaml');
    await again.edit((edit) => edit.insert(new vscode.Position(0, 0), '# katapath: artifact=kubernetes/service\n'));
    await waitForCodes(uri, ['KA223']);
  });

  it('has a page for each rule, inside the editor', async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('katapath-artifact:/KA223.md'));
    assert.match(page.getText(), /## KA223 node-port[^]*\*\*Why\.\*\*[^]*\*\*How\.\*\*/);
  });
});
