import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.ts';

const record = `# ADR-001: Keep notes in one place

## Date: 2026-02-30 | Status: Acepted

## Context

Notes are in four places, and each of the nine people looks for 20 minutes a week.

## Decision

We keep them in the repository.
`;

/** A folder that is on no disk, as a virtual workspace's: in memory, through VS Code's own file system interface. */
class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.files.set(path, new TextEncoder().encode(text));
  }

  /** What was written since. */
  get names(): readonly string[] {
    return [...this.files.keys()];
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: file.byteLength };
    if (this.below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const found = new Map<string, vscode.FileType>();
    for (const name of this.below(path)) {
      const [first, ...rest] = name.split('/');
      found.set(first!, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...found];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    this.files.set(path, content);
  }

  createDirectory(): void {}
  delete(): void {}
  rename(): void {}

  private below(path: string): string[] {
    const folder = path.replace(/\/?$/, '/');
    return [...this.files.keys()].filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  }
}

describe('A folder that is on no disk, beside two that are', () => {
  const uri = vscode.Uri.parse('memory:/notes');
  const files = new MemoryFiles({ '/notes/docs/adr/ADR-001-keep-notes.md': record });
  let registration: vscode.Disposable;

  before(async () => {
    registration = vscode.workspace.registerFileSystemProvider('memory', files);
    const count = vscode.workspace.workspaceFolders!.length;
    assert.equal(count, 2);
    vscode.workspace.updateWorkspaceFolders(count, 0, { uri, name: 'notes' });
    await eventually('the folder is open', () => vscode.workspace.workspaceFolders!.length === count + 1);
    await vscode.extensions.getExtension('katapath.katapath')!.activate();
  });
  after(() => registration.dispose());

  it('has its documents checked as any other', async () => {
    const file = vscode.Uri.joinPath(uri, 'docs/adr/ADR-001-keep-notes.md');
    await vscode.window.showTextDocument(file);
    await eventually('the misspelt status is underlined', () =>
      vscode.languages
        .getDiagnostics(file)
        .some(({ code }) => String((code as { value?: string } | undefined)?.value) === 'KP202'),
    );
  });

  it('is given no copy of the progress', () => {
    assert.deepEqual(
      files.names.filter((name) => name.includes('.katapath')),
      [],
    );
  });
});
