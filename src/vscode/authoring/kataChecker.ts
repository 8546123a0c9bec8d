import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  Uri,
  workspace,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { checkKataTexts } from '../../core/katas/authoring/checkTexts.ts';
import type { ContentProblem } from '../../core/katas/authoring/contentProblem.ts';
import type { Fix } from '../../core/problem.ts';
import { findKataRoot, readKataSource } from './kataSource.ts';
import { toOneLine } from '../../core/text/visible.ts';

/** Other files of the kata are read again for each check, so it waits for a pause in typing. */
const debounceMs = 300;

/** VS Code's own JSON support tells where JSON breaks off. */
const toldElsewhere = new Set(['KC101']);

/** A fix of a problem that is shown, for the version of the document it was found in. */
export interface OfferedFix {
  readonly fix: Fix;
  readonly version: number;
}

/** Checks the texts of a kata whose author has one of its files open, and keeps the diagnostics of all its files. */
export class KataChecker {
  private readonly diagnostics = languages.createDiagnosticCollection('katapath-content');
  private readonly fixes = new WeakMap<Diagnostic, OfferedFix>();
  /** By kata, then by file. */
  private readonly shown = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly latest = new Map<string, number>();
  private readonly subscriptions: Disposable;

  constructor(private readonly log: LogOutputChannel) {
    this.subscriptions = Disposable.from(
      this.diagnostics,
      workspace.onDidOpenTextDocument((document) => this.look(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.look(document)),
      workspace.onDidSaveTextDocument((document) => this.look(document)),
    );
    for (const document of workspace.textDocuments) this.look(document);
  }

  fixOf(diagnostic: Diagnostic): OfferedFix | undefined {
    return this.fixes.get(diagnostic);
  }

  /** What is shown for a document, the very objects that `fixOf` knows. */
  shownFor(uri: Uri): readonly Diagnostic[] {
    return [...this.shown.values()].flatMap((files) => files.get(uri.toString()) ?? []);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.subscriptions.dispose();
  }

  private look(document: TextDocument): void {
    if (!/\.(json|md)$/.test(document.uri.path)) return;
    void this.findAndSchedule(document.uri).catch((error: unknown) => this.log.warn(String(error)));
  }

  private async findAndSchedule(file: Uri): Promise<void> {
    const root = await findKataRoot(file);
    if (!root) return;
    const key = root.toString();
    clearTimeout(this.timers.get(key));
    const check = () => void this.check(root).catch((error: unknown) => this.log.warn(String(error)));
    this.timers.set(key, setTimeout(check, debounceMs));
  }

  private async check(root: Uri): Promise<void> {
    const key = root.toString();
    const turn = (this.latest.get(key) ?? 0) + 1;
    this.latest.set(key, turn);
    const { files, folderName, katas } = await readKataSource(root);
    // A later check has begun: its answer is the one to show.
    if (this.latest.get(key) !== turn) return;
    const byFile = new Map<string, Diagnostic[]>();
    for (const problem of checkKataTexts(files, { folderName, katas })) {
      if (toldElsewhere.has(problem.code)) continue;
      // What is missing as a whole is told in the manifest, which is there.
      const file = files[problem.file] === undefined ? 'kata.json' : problem.file;
      const diagnostic = toDiagnostic(problem, files[file] ?? '');
      if (problem.fix) this.fixes.set(diagnostic, { fix: problem.fix, version: versionOf(Uri.joinPath(root, file)) });
      byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
    }
    for (const uri of this.shown.get(key)?.keys() ?? []) this.diagnostics.delete(Uri.parse(uri));
    const shown = new Map([...byFile].map(([file, found]) => [Uri.joinPath(root, file).toString(), found]));
    this.shown.set(key, shown);
    for (const [uri, found] of shown) this.diagnostics.set(Uri.parse(uri), found);
  }
}

function toDiagnostic({ code, severity, message, range }: ContentProblem, text: string): Diagnostic {
  const lines = new LineIndex(text);
  const [from, to] = [lines.toPosition(range.start), lines.toPosition(range.end)];
  const diagnostic = new Diagnostic(
    new Range(from.line, from.column, to.line, to.column),
    toOneLine(message),
    severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'katapath';
  diagnostic.code = code;
  return diagnostic;
}

function versionOf(file: Uri): number {
  return workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString())?.version ?? 0;
}
