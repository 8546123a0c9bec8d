import {
  Disposable,
  EventEmitter,
  languages,
  workspace,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
  type WorkspaceFolder,
} from 'vscode';
import { checkDocument, type CheckResult } from '../../core/documents/index.ts';
import { pageScheme } from '../pages.ts';
import { toDiagnostic } from './convert.ts';
import { debounceMs } from './debounce.ts';
import { FolderDocuments } from './folderDocuments.ts';

/** What the last check of an open document found, for the version it looked at. */
export interface Checked extends CheckResult {
  readonly version: number;
}

/** Checks open Markdown documents as they are typed, each with what is known of the others, and keeps their diagnostics. */
export class DocumentChecker {
  private readonly diagnostics = languages.createDiagnosticCollection('katapath');
  private readonly checked = new EventEmitter<Uri>();
  private readonly foldersChanged = new EventEmitter<void>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly results = new Map<string, Checked>();
  private readonly folders = new Map<string, { documents: FolderDocuments; subscription: Disposable }>();
  private readonly disposables: Disposable[];
  readonly onDidCheck = this.checked.event;
  /** What is known of a folder's documents has changed. */
  readonly onDidChangeFolders = this.foldersChanged.event;

  constructor(private readonly log: LogOutputChannel) {
    this.disposables = [
      this.diagnostics,
      this.checked,
      this.foldersChanged,
      // An edit to a file that was closed opens it changed: there is no second event for the change.
      workspace.onDidOpenTextDocument((document) => this.take(document)),
      workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) => contentChanges.length > 0 && this.schedule(document),
      ),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.removeFolder(folder);
        for (const folder of added) this.addFolder(folder);
      }),
    ];
    for (const folder of workspace.workspaceFolders ?? []) this.addFolder(folder);
    this.checkAll();
  }

  /** The documents of every open folder. */
  get allFolders(): readonly FolderDocuments[] {
    return [...this.folders.values()].map(({ documents }) => documents);
  }

  folderOf(uri: Uri): FolderDocuments | undefined {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder && this.folders.get(folder.uri.toString())?.documents;
  }

  /** The result for exactly this version, checking now when the debounce still waits. */
  resultOf(document: TextDocument): Checked | undefined {
    if (!isMarkdown(document)) return undefined;
    const known = this.results.get(document.uri.toString());
    return known?.version === document.version ? known : this.check(document);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const folder of workspace.workspaceFolders ?? []) this.removeFolder(folder);
    Disposable.from(...this.disposables).dispose();
  }

  private addFolder(folder: WorkspaceFolder): void {
    const documents = new FolderDocuments(folder, this.log);
    const subscription = documents.onDidChange(() => {
      this.checkAll();
      this.foldersChanged.fire();
    });
    this.folders.set(folder.uri.toString(), { documents, subscription });
  }

  private removeFolder({ uri }: WorkspaceFolder): void {
    const known = this.folders.get(uri.toString());
    known?.subscription.dispose();
    known?.documents.dispose();
    this.folders.delete(uri.toString());
  }

  private checkAll(): void {
    for (const document of workspace.textDocuments) this.check(document);
  }

  private schedule(document: TextDocument): void {
    if (!isMarkdown(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.take(document), debounceMs),
    );
  }

  /**
   * Checks a text and lets the others know of it: what an editor holds counts more than what the disk does. A check on
   * the way there, for another's sake, does not take its place.
   */
  private take(document: TextDocument): void {
    this.timers.delete(document.uri.toString());
    const result = this.resultOf(document);
    if (result) this.folderOf(document.uri)?.take(document.uri, result.document);
  }

  private check(document: TextDocument): Checked | undefined {
    if (!isMarkdown(document) || document.isClosed) return undefined;
    const key = document.uri.toString();
    const folder = this.folderOf(document.uri);
    const text = document.getText();
    const found = folder
      ? folder.library.check(folder.nameOf(document.uri), text)
      : checkDocument(text, { file: document.uri.path.slice(1), today: new Date().toISOString().slice(0, 10) });
    const result = { ...found, version: document.version };
    this.results.set(key, result);
    this.diagnostics.set(
      document.uri,
      result.problems.map((problem) => toDiagnostic(result.document, problem, { uri: document.uri, folder })),
    );
    this.checked.fire(document.uri);
    return result;
  }

  private forget(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.results.delete(key);
    this.diagnostics.delete(document.uri);
    // What was typed and not saved is gone with its editor.
    if (isMarkdown(document)) void this.folderOf(document.uri)?.readAgain(document.uri);
  }
}

/** Files people edit; not the two sides of a diff, nor what another extension shows. */
function isMarkdown({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' && uri.scheme !== 'git' && uri.scheme !== pageScheme;
}
