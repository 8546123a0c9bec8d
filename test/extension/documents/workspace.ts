import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const root = () => vscode.workspace.workspaceFolders![0]!.uri;
export const uriOf = (file: string) => vscode.Uri.joinPath(root(), file);
export const adr = (name: string) => uriOf(`docs/adr/${name}.md`);

/** Opens a document as a person does, in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The position of the first of some words, plus an offset into them. */
export function find(document: vscode.TextDocument, words: string, into = 1): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `"${words}" is in ${document.uri.path}`);
  return document.positionAt(at + into);
}

/** Asks until the answer satisfies; what the extension knows of a folder comes in the background. */
export async function until<T>(ask: () => T | PromiseLike<T>, isGood: (answer: T) => boolean): Promise<T> {
  const limit = Date.now() + 25_000;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (Date.now() > limit) assert.fail(`still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What Katapath says about a document. */
export function problemsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'katapath');
}

export const codeOf = ({ code }: vscode.Diagnostic): string =>
  typeof code === 'object' ? String(code.value) : String(code);

/** The code actions on a stretch of a document, of one kind. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind?.value,
  );
}

/** Puts an editor's text back to what is on disk. */
export async function revert(uri: vscode.Uri): Promise<void> {
  await open(uri);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
