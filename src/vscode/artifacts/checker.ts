import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  Uri,
  workspace,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import { checkArtifact, readArtifactDirective } from '../../core/artifacts/index.ts';
import { EDITOR_BUDGET, within } from '../../core/budget.ts';
import { settleArtifact } from '../../core/documents/config/glob.ts';
import { bundledProfiles, CONFIG_FILE, readConfig, type Config } from '../../core/documents/index.ts';
import type { Severity } from '../../core/problem.ts';
import { toOneLine } from '../../core/text/visible.ts';
import type { ProgressStore } from '../../core/progress/store.ts';
import { Latest } from '../shared/latest.ts';
import { readBytes } from '../shared/readBytes.ts';
import { artifactRuleLink } from './pages.ts';

/** Long enough to not check every letter, short enough to feel immediate. */
const debounceMs = 200;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * Problems of artifacts as they are typed. Other people's files stay theirs: one is checked only when the settings name
 * it, when it names its kind itself, or when it was given as evidence for an item.
 */
export class ArtifactChecker {
  private readonly diagnostics = languages.createDiagnosticCollection('katapath-artifacts');
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly latest = new Latest();
  private configs: ReadonlyMap<string, Config> = new Map();
  private readonly disposables: Disposable[];

  constructor(private readonly progress: ProgressStore) {
    const settings = workspace.createFileSystemWatcher(`**/${CONFIG_FILE}`);
    const readAgain = () => void this.readConfigs();
    this.disposables = [
      this.diagnostics,
      settings,
      settings.onDidChange(readAgain),
      settings.onDidCreate(readAgain),
      settings.onDidDelete(readAgain),
      workspace.onDidChangeWorkspaceFolders(readAgain),
      workspace.onDidOpenTextDocument((document) => this.check(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.diagnostics.delete(uri)),
      progress.onDidChange(() => this.checkAll()),
    ];
    readAgain();
  }

  dispose(): void {
    this.latest.end();
    for (const timer of this.timers.values()) clearTimeout(timer);
    Disposable.from(...this.disposables).dispose();
  }

  private async readConfigs(): Promise<void> {
    const isWanted = this.latest.ask();
    const folders = workspace.workspaceFolders ?? [];
    const configs = await Promise.all(
      folders.map(async (folder) => [folder.uri.toString(), await readConfigOf(folder)] as const),
    );
    if (!isWanted()) return;
    this.configs = new Map(configs);
    this.checkAll();
  }

  private checkAll(): void {
    for (const document of workspace.textDocuments) this.check(document);
  }

  private schedule(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.check(document), debounceMs),
    );
  }

  private check(document: TextDocument): void {
    const folder = workspace.getWorkspaceFolder(document.uri);
    if (!folder || document.isClosed || document.languageId === 'markdown') return;
    const file = document.uri.path.slice(folder.uri.path.length).replace(/^\/+/, '');
    const config = this.configs.get(folder.uri.toString()) ?? {};
    const text = document.getText();
    const kind = settleArtifact(file, config) ?? readArtifactDirective(text) ?? this.provenKind(file);
    if (kind === undefined || kind === 'none') {
      this.diagnostics.delete(document.uri);
      return;
    }
    const check = () => checkArtifact(text, { file, kind, rules: config.rules });
    const { problems, lines } = within(EDITOR_BUDGET, check);
    this.diagnostics.set(
      document.uri,
      problems.map(({ code, severity, message, range }) => {
        const [from, to] = [lines.toPosition(range.start), lines.toPosition(range.end)];
        const place = new Range(from.line, from.column, to.line, to.column);
        const diagnostic = new Diagnostic(place, toOneLine(message), severities[severity]);
        diagnostic.source = 'katapath';
        diagnostic.code = { value: code, target: artifactRuleLink(code) };
        return diagnostic;
      }),
    );
  }

  /** The kind a file was given as, where it is the evidence of an item. */
  private provenKind(file: string): string | undefined {
    for (const { proofs } of this.progress.state.outcomes.values())
      for (const { evidence } of proofs)
        if (evidence.kind === 'artifact' && evidence.file === file) return evidence.schema;
    return undefined;
  }
}

async function readConfigOf(folder: WorkspaceFolder): Promise<Config> {
  const bytes = await readBytes(Uri.joinPath(folder.uri, CONFIG_FILE)).then(
    (found) => found,
    () => undefined,
  );
  return readConfig(bytes && new TextDecoder().decode(bytes), bundledProfiles).config;
}
