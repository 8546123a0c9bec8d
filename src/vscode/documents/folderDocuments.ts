import {
  Disposable,
  EventEmitter,
  FileType,
  languages,
  RelativePattern,
  Uri,
  workspace,
  type LogOutputChannel,
  type WorkspaceFolder,
} from 'vscode';
import { EDITOR_BUDGET, within } from '../../core/budget.ts';
import {
  bundledProfiles,
  compileOwnProfiles,
  CONFIG_FILE,
  DocumentLibrary,
  LineIndex,
  readConfig,
  SCHEMA_FOLDER,
  type Config,
  type Corpus,
  type DesignDocument,
  type Profile,
} from '../../core/documents/index.ts';
import { today } from '../../core/model/days.ts';
import type { Problem } from '../../core/problem.ts';
import { readBytes } from '../shared/readBytes.ts';
import { isMarkdown, listBelow, listEverything, listMarkdown } from './listFiles.ts';
import { toPlainDiagnostic } from './convert.ts';
import { Turns } from './turns.ts';
import { Latest } from '../shared/latest.ts';
import { uriFolder } from '../shared/uriFolder.ts';

/** Longest Markdown file that is read for the others' sake; an open one is checked whatever its size. */
const largestFile = 2 * 1024 * 1024;

/** What another program changes comes in bursts. */
const restMs = 50;

/**
 * The design documents of one workspace folder: its settings, its own profiles, and what each document must know of
 * the others. Reads in the background, follows what happens on disk, and says when an open document's check may differ.
 */
export class FolderDocuments {
  private readonly changed = new EventEmitter<void>();
  private readonly settingsDiagnostics = languages.createDiagnosticCollection('katapath-settings');
  private readonly disposables: Disposable[] = [this.changed, this.settingsDiagnostics];
  private readonly firstRead = gate();
  private readonly latest = new Latest();
  private round = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isReading = false;
  /** What has happened on disk since everything is being read anew. */
  private meanwhile: [Uri, boolean][] = [];
  private elsewhere: Corpus['elsewhere'] = [];
  private current: DocumentLibrary;
  profiles: readonly Profile[] = bundledProfiles;
  config: Config = {};
  /** Something that other documents' checks depend on has changed. */
  readonly onDidChange = this.changed.event;
  /** Resolves when every document was read once, or cannot be. */
  readonly whenRead = this.firstRead.opened;

  constructor(
    readonly folder: WorkspaceFolder,
    private readonly log: LogOutputChannel,
  ) {
    this.current = this.makeLibrary();
    this.watch('**/*', (uri, isThere) => this.follow(uri, isThere));
    this.watch(`${CONFIG_FILE}`, () => this.reload());
    this.watch(`${SCHEMA_FOLDER}/**`, () => this.reload());
    this.disposables.push(workspace.onDidGrantWorkspaceTrust(() => this.reload()));
    this.reload();
  }

  get library(): DocumentLibrary {
    return this.current;
  }

  /** The path of a file in this folder, with forward slashes. */
  nameOf(uri: Uri): string {
    return uri.path.slice(this.folder.uri.path.length).replace(/^\/+/, '');
  }

  uriOf(name: string): Uri {
    return Uri.joinPath(this.folder.uri, name);
  }

  /** A file's text as it stands: in an editor, else on disk; undefined when it is not there or too large. */
  async textOf(name: string): Promise<string | undefined> {
    const uri = this.uriOf(name);
    const open = workspace.textDocuments.find(
      (document) => !document.isClosed && document.uri.toString() === uri.toString(),
    );
    return open ? open.getText() : readText(uri);
  }

  /** Every Markdown file of the folder with its text, one after the other. */
  async *texts(): AsyncIterable<{ name: string; text: string }> {
    for (const uri of await listMarkdown(this.folder)) {
      const name = this.nameOf(uri);
      const text = await this.textOf(name);
      if (text !== undefined) yield { name, text };
    }
  }

  /** Takes a file as it is now, after its editor has let go of it. */
  async readAgain(uri: Uri): Promise<void> {
    if (!isForeign(this.nameOf(uri))) await this.follow(uri, (await this.textOf(this.nameOf(uri))) !== undefined);
  }

  /** Takes what an editor holds, and says so when that changes what the others must know. */
  take(uri: Uri, document: DesignDocument): void {
    const name = this.nameOf(uri);
    if (!isForeign(name) && this.current.put(name, document)) this.changed.fire();
  }

  /** Takes what other branches have, and says so when it is not what they had. */
  setElsewhere(entries: Corpus['elsewhere']): void {
    const isSame = ({ file, branch }: Corpus['elsewhere'][number], index: number) =>
      this.elsewhere[index]?.file === file && this.elsewhere[index].branch === branch;
    if (entries.length === this.elsewhere.length && entries.every(isSame)) return;
    this.elsewhere = entries;
    this.current.setElsewhere(entries);
    this.changed.fire();
  }

  dispose(): void {
    this.round = -1;
    this.latest.end();
    clearTimeout(this.timer);
    this.firstRead.open();
    Disposable.from(...this.disposables).dispose();
  }

  private makeLibrary(): DocumentLibrary {
    const { config, profiles } = this;
    const library = new DocumentLibrary({ workspace: this.folder.name, config, profiles, today });
    library.setElsewhere(this.elsewhere);
    return library;
  }

  private watch(pattern: string, act: (uri: Uri, isThere: boolean) => unknown): void {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(this.folder, pattern));
    this.disposables.push(
      watcher,
      watcher.onDidCreate((uri) => act(uri, true)),
      watcher.onDidChange((uri) => act(uri, true)),
      watcher.onDidDelete((uri) => act(uri, false)),
    );
  }

  /** Reads settings and every Markdown file anew; a later round makes an earlier one stop. */
  private reload(): void {
    const round = (this.round += 1);
    const isCurrent = () => this.round === round;
    this.read(isCurrent)
      .catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)))
      .finally(() => {
        if (!isCurrent()) return;
        this.isReading = false;
        this.firstRead.open();
      });
  }

  private async read(isCurrent: () => boolean): Promise<void> {
    this.isReading = true;
    this.meanwhile = [];
    const settings = await this.readSettings();
    if (!isCurrent()) return;
    this.takeSettings(settings);
    const library = this.makeLibrary();
    const everything = await listEverything(this.folder);
    if (everything) library.setFiles(everything.map((uri) => this.nameOf(uri)));
    const turns = new Turns();
    for (const uri of await listMarkdown(this.folder)) {
      if (!isCurrent()) return;
      const text = await this.textOf(this.nameOf(uri));
      if (text !== undefined) within(EDITOR_BUDGET, () => library.put(this.nameOf(uri), text));
      await turns.give();
    }
    // Other branches may have been heard of meanwhile.
    library.setElsewhere(this.elsewhere);
    this.current = library;
    this.changed.fire();
    this.isReading = false;
    for (const [uri, isThere] of this.meanwhile) void this.follow(uri, isThere);
  }

  private async readSettings() {
    const folder = uriFolder(this.folder.uri);
    const schemas = new Map<string, string>();
    // A workspace's own schemas hold regular expressions: only a trusted one may have them run.
    if (workspace.isTrusted) {
      for (const name of await filesBelow(folder, SCHEMA_FOLDER))
        schemas.set(name.slice(SCHEMA_FOLDER.length + 1), (await folder.read(name)) ?? '');
    }
    const own = await compileOwnProfiles(schemas);
    return { schemas, own, text: await folder.read(CONFIG_FILE) };
  }

  private takeSettings({ schemas, own, text }: Awaited<ReturnType<FolderDocuments['readSettings']>>): void {
    this.profiles = [...bundledProfiles, ...own.profiles];
    const { config, problems } = readConfig(text, this.profiles);
    this.config = config;
    this.settingsDiagnostics.clear();
    this.showProblems(CONFIG_FILE, text ?? '', problems);
    for (const [name, found] of own.problems)
      this.showProblems(`${SCHEMA_FOLDER}/${name}`, schemas.get(name) ?? '', found);
  }

  private showProblems(name: string, text: string, problems: readonly Problem[]): void {
    const lines = new LineIndex(text);
    this.settingsDiagnostics.set(
      this.uriOf(name),
      problems.map((problem) => toPlainDiagnostic(lines, problem)),
    );
  }

  private async follow(uri: Uri, isThere: boolean): Promise<void> {
    const name = this.nameOf(uri);
    if (isForeign(name)) return;
    if (this.isReading) this.meanwhile.push([uri, isThere]);
    // A file that is told of twice is read twice, and the first text may come last.
    const isWanted = this.latest.ask(name);
    if (isThere ? await this.takeIn(uri, isWanted) : this.current.remove(name)) this.changedSoon();
  }

  /** A folder that was moved here is told of by its own name alone. True when others' checks may find something else. */
  private async takeIn(uri: Uri, isWanted: () => boolean): Promise<boolean> {
    const name = this.nameOf(uri);
    if (isMarkdown(uri)) {
      const text = await this.textOf(name);
      return isWanted() && text !== undefined && within(EDITOR_BUDGET, () => this.current.put(name, text));
    }
    const isPlain = this.current.hasFile(name) || !(await isFolder(uri));
    if (!isWanted()) return false;
    if (isPlain) return this.current.addFile(name);
    let isNews = false;
    for (const file of await listBelow(uri)) {
      const isStillThere = this.latest.ask(this.nameOf(file));
      isNews = (await this.takeIn(file, () => isWanted() && isStillThere())) || isNews;
    }
    return isNews;
  }

  /** One command of git, one build: many files, one check. */
  private changedSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), restMs);
  }
}

/** A promise, and what resolves it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Whoever opens a package's file does not make it one of the workspace's documents. */
function isForeign(name: string): boolean {
  return /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/.test(name);
}

async function isFolder(uri: Uri): Promise<boolean> {
  const stat = await workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => FileType.Unknown,
  );
  return stat === FileType.Directory;
}

async function readText(uri: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > largestFile) return undefined;
    return new TextDecoder().decode(await readBytes(uri));
  } catch {
    // Gone between listing and reading: the watcher tells of it.
    return undefined;
  }
}

async function filesBelow(folder: ReturnType<typeof uriFolder>, name: string): Promise<string[]> {
  const entries = await folder.list(name);
  const found = await Promise.all(
    entries.map((entry) =>
      entry.kind === 'folder' ? filesBelow(folder, `${name}/${entry.name}`) : [`${name}/${entry.name}`],
    ),
  );
  return found.flat();
}
