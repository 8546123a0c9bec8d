import {
  Disposable,
  EventEmitter,
  languages,
  workspace,
  type TextDocument,
  type Uri,
  type WorkspaceFolder,
} from 'vscode';
import { EDITOR_BUDGET, within } from '../../core/budget.ts';
import {
  checkParsed,
  parseDocument,
  type CheckResult,
  type Corpus,
  type DesignDocument,
} from '../../core/documents/index.ts';
import { today } from '../../core/model/days.ts';
import { pageScheme } from '../shared/pages.ts';
import type { Services } from '../services.ts';
import { toDiagnostic } from './documentDiagnostic.ts';
import { waitFor } from './debounce.ts';
import { FolderDocuments } from './folderDocuments.ts';
import { OtherBranches } from './otherBranches.ts';
import { Turns } from './turns.ts';

/** What the last check of an open document found, for the version it looked at and the others as they were. */
export interface Checked extends CheckResult {
  readonly version: number;
  readonly corpus: Corpus | undefined;
}

interface FollowedFolder {
  readonly documents: FolderDocuments;
  readonly others: OtherBranches | undefined;
  readonly subscription: Disposable;
}

/** Checks open Markdown documents as they are typed, each with what is known of the others, and keeps their diagnostics. */
export class DocumentChecker {
  private readonly diagnostics = languages.createDiagnosticCollection('katapath');
  private readonly checked = new EventEmitter<{ readonly uri: Uri; readonly result: Checked }>();
  private readonly foldersChanged = new EventEmitter<void>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private round = 0;
  private readonly results = new Map<string, Checked>();
  private readonly folders = new Map<string, FollowedFolder>();
  private readonly disposables: Disposable[];
  readonly onDidCheck = this.checked.event;
  /** What is known of a folder's documents has changed. */
  readonly onDidChangeFolders = this.foldersChanged.event;

  constructor(private readonly services: Pick<Services, 'log' | 'branches'>) {
    this.disposables = [
      this.diagnostics,
      this.checked,
      this.foldersChanged,
      // An edit to a file that was closed opens it changed: there is no second event for the change.
      workspace.onDidOpenTextDocument((document) => this.resultOf(document)),
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
    void this.checkAll();
  }

  /** The documents of every open folder. */
  get allFolders(): readonly FolderDocuments[] {
    return [...this.folders.values()].map(({ documents }) => documents);
  }

  folderOf(uri: Uri): FolderDocuments | undefined {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder && this.folders.get(folder.uri.toString())?.documents;
  }

  /** Asks git for the numbers that other branches have given by now. */
  async readOtherBranches({ folder }: FolderDocuments): Promise<void> {
    await this.folders.get(folder.uri.toString())?.others?.read();
  }

  /** The result for exactly this version and the others as they are now, checking at once when it is not there yet. */
  resultOf(document: TextDocument): Checked | undefined {
    if (!isMarkdown(document)) return undefined;
    const known = this.results.get(document.uri.toString());
    const isCurrent =
      known?.version === document.version && known.corpus === this.folderOf(document.uri)?.library.corpus;
    return isCurrent ? known : this.check(document);
  }

  dispose(): void {
    this.round = -1;
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const folder of workspace.workspaceFolders ?? []) this.removeFolder(folder);
    Disposable.from(...this.disposables).dispose();
  }

  private addFolder(folder: WorkspaceFolder): void {
    const { log, branches } = this.services;
    const documents = new FolderDocuments(folder, log);
    const others = branches && new OtherBranches(documents, branches, log);
    const subscription = documents.onDidChange(() => void this.checkAll());
    this.folders.set(folder.uri.toString(), { documents, others, subscription });
  }

  private removeFolder({ uri }: WorkspaceFolder): void {
    const known = this.folders.get(uri.toString());
    known?.subscription.dispose();
    known?.others?.dispose();
    known?.documents.dispose();
    this.folders.delete(uri.toString());
  }

  /**
   * Checks every open document that others' changes may concern. It waits for its turn: whoever types sees what that
   * did to the text first, and what it did to the others a moment later. A later round takes over from an earlier one.
   */
  private async checkAll(): Promise<void> {
    const round = (this.round += 1);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.round !== round) return;
    this.foldersChanged.fire();
    const turns = new Turns();
    for (const document of [...workspace.textDocuments]) {
      this.resultOf(document);
      await turns.give();
      if (this.round !== round) return;
    }
  }

  private schedule(document: TextDocument): void {
    if (!isMarkdown(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    const check = () => {
      this.timers.delete(key);
      this.resultOf(document);
    };
    this.timers.set(key, setTimeout(check, waitFor(this.results.get(key)?.document.text.length ?? 0)));
  }

  /** Lets the others know of a text, for what an editor holds counts more than what the disk does, and checks it. */
  private check(text: TextDocument): Checked | undefined {
    if (!isMarkdown(text) || text.isClosed) return undefined;
    const { uri, version } = text;
    const folder = this.folderOf(uri);
    const { document, found } = within(EDITOR_BUDGET, () => {
      const read = parseDocument(text.getText());
      folder?.take(uri, read);
      return { document: read, found: this.find(uri, read, folder) };
    });
    const result = { ...found, version, corpus: folder?.library.corpus };
    this.results.set(uri.toString(), result);
    this.diagnostics.set(
      uri,
      result.problems.map((problem) => toDiagnostic(document, problem, { uri, folder })),
    );
    this.checked.fire({ uri, result });
    return result;
  }

  private find(uri: Uri, document: DesignDocument, folder: FolderDocuments | undefined): CheckResult {
    if (folder) return folder.library.check(folder.nameOf(uri), document);
    return { document, ...checkParsed(document, { file: uri.path.slice(1), today: today() }) };
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
