import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { editorFolder } from '../../../src/vscode/shared/editorFolder.ts';
import { practiceFolder } from './practice.ts';

describe('A file that is brought back while it is open', () => {
  const root = () => vscode.Uri.joinPath(practiceFolder().uri, 'brought back');
  const read = (uri: vscode.Uri) => readFileSync(uri.fsPath, 'utf8');
  const open = async (name: string, text: string) => {
    const uri = vscode.Uri.joinPath(root(), name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return vscode.window.showTextDocument(uri);
  };
  const type = (editor: vscode.TextEditor, text: string) =>
    editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(root(), { recursive: true });
  });

  it('shows it at once, and lets the person go on typing and save', async () => {
    const editor = await open('open.py', 'red = 1\n');
    await type(editor, '# typing\n');
    await editorFolder(root()).write('open.py', 'green = 1\ngreen = 2\n');
    assert.equal(editor.document.getText(), 'green = 1\ngreen = 2\n');
    assert.equal(read(editor.document.uri), 'green = 1\ngreen = 2\n');
    await type(editor, '# on\n');
    assert.ok(await editor.document.save());
    assert.equal(read(editor.document.uri), '# on\ngreen = 1\ngreen = 2\n');
  });

  it('keeps every line end, also those the editor would make alike', async () => {
    const editor = await open('ends.py', 'red = 1\n');
    await editorFolder(root()).write('ends.py', 'green = 1\r\ngreen = 2\r\n');
    assert.equal(read(editor.document.uri), 'green = 1\r\ngreen = 2\r\n');
  });

  it('refuses a name that leads out of the folder, also where that file is open', async () => {
    const editor = await open('outside.py', 'mine = 1\n');
    const below = vscode.Uri.joinPath(root(), 'below');
    await assert.rejects(
      () => editorFolder(below).write('../outside.py', 'green = 1\n'),
      /does not name a file inside this folder/,
    );
    assert.equal(editor.document.getText(), 'mine = 1\n');
    assert.equal(read(editor.document.uri), 'mine = 1\n');
  });

  it('writes a file that is not open', async () => {
    await editorFolder(root()).write('closed.py', 'green = 1\n');
    assert.equal(read(vscode.Uri.joinPath(root(), 'closed.py')), 'green = 1\n');
  });
});
