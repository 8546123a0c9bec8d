import { Disposable, EventEmitter, languages, workspace, type TextDocument, type Uri } from 'vscode';
import { checkDocument, type CheckResult } from '../../core/documents/index.ts';
import { toDiagnostic } from './convert.ts';

/** Long enough to not check every letter of a word, short enough to feel immediate. */
const debounceMs = 200;

/** What the last check of an open document found, for the version it looked at. */
export interface Checked extends CheckResult {
  readonly version: number;
}

/** Checks open Markdown documents as they are typed, and keeps their diagnostics. */
export class DocumentChecker {
  private readonly diagnostics = languages.createDiagnosticCollection('katapath');
  private readonly checkedEmitter = new EventEmitter<Uri>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly results = new Map<string, Checked>();
  private readonly disposables: Disposable[];
  readonly onDidCheck = this.checkedEmitter.event;

  constructor() {
    this.disposables = [
      this.diagnostics,
      this.checkedEmitter,
      workspace.onDidOpenTextDocument((document) => this.check(document)),
      workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) => contentChanges.length > 0 && this.schedule(document),
      ),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
    ];
    for (const document of workspace.textDocuments) this.check(document);
  }

  /** The result for exactly this version, checking now when the debounce still waits. */
  resultOf(document: TextDocument): Checked | undefined {
    if (!isMarkdown(document)) return undefined;
    const known = this.results.get(document.uri.toString());
    return known?.version === document.version ? known : this.check(document);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    Disposable.from(...this.disposables).dispose();
  }

  private schedule(document: TextDocument): void {
    if (!isMarkdown(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.check(document), debounceMs),
    );
  }

  private check(document: TextDocument): Checked | undefined {
    if (!isMarkdown(document) || document.isClosed) return undefined;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const folder = workspace.getWorkspaceFolder(document.uri);
    const file = folder ? workspace.asRelativePath(document.uri, false) : document.uri.path.slice(1);
    const today = new Date().toISOString().slice(0, 10);
    const result = {
      ...checkDocument(document.getText(), { file, workspace: folder?.name, today }),
      version: document.version,
    };
    this.results.set(key, result);
    this.diagnostics.set(
      document.uri,
      result.problems.map((problem) => toDiagnostic(result.document, problem, folder)),
    );
    this.checkedEmitter.fire(document.uri);
    return result;
  }

  private forget(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.results.delete(key);
    this.diagnostics.delete(document.uri);
  }
}

/** Files people edit; not the two sides of a diff, nor what another extension shows. */
function isMarkdown({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' && uri.scheme !== 'git' && uri.scheme !== 'katapath-rule';
}
