import type { KataShelf } from '../../core/katas/shelf.ts';
import { commands, EventEmitter, Uri, ViewColumn, window, workspace, type Disposable } from 'vscode';

/** Read-only texts of Katapath's own: hints, solutions, the doctor's report, and the rules as they ship. */
export const pageScheme = 'katapath';

/** "/rules/KP301.md" is the page that ships as media/rules/KP301.md. */
export function rulePage(code: string): Uri {
  return Uri.from({ scheme: pageScheme, path: `/rules/${code}.md` });
}

/** A file of a kata as it ships: "/katas/raft/README.md". */
export function kataPage(kata: string, name: string): Uri {
  return Uri.from({ scheme: pageScheme, path: `/katas/${kata}/${name}` });
}

/** Holds the pages that are open, and redraws one when its text changes. */
export class Pages {
  private readonly changed = new EventEmitter<Uri>();
  private readonly texts = new Map<string, string>();
  private readonly provider: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly shelf: KataShelf,
  ) {
    this.provider = workspace.registerTextDocumentContentProvider(pageScheme, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: async ({ path }) => this.texts.get(path) ?? (await this.readShipped(path)),
    });
  }

  /** Gives a page its text. `path` begins with a slash; its last part is the tab's name. */
  put(path: string, text: string): Uri {
    const uri = Uri.from({ scheme: pageScheme, path });
    const isNew = this.texts.get(path) !== text;
    this.texts.set(path, text);
    if (isNew) this.changed.fire(uri);
    return uri;
  }

  /** Gives several files below a path their texts; answers their pages by name. */
  putAll(path: string, files: Readonly<Record<string, string>>): Readonly<Record<string, Uri>> {
    return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, this.put(`${path}/${name}`, text)]));
  }

  /**
   * Shows Markdown rendered; `beside` puts it into the second column, where the brief is, and no third one opens.
   * `locked`: it stays, whichever Markdown is edited next.
   */
  async showMarkdown(path: string, text: string, { beside = false, locked = false } = {}): Promise<void> {
    const isElsewhere = window.tabGroups.activeTabGroup.viewColumn !== ViewColumn.One;
    if (beside && isElsewhere) await commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const toSide = locked ? 'markdown.showLockedPreviewToSide' : 'markdown.showPreviewToSide';
    await commands.executeCommand(beside ? toSide : 'markdown.showPreview', this.put(path, text));
  }

  private async readShipped(path: string): Promise<string> {
    const [, kata, file] = /^\/katas\/([\w-]+)\/(.+)$/.exec(path) ?? [];
    if (kata && file) return (await this.shelf.contentOf(kata).read(file)) ?? '';
    if (!/^\/rules\/\w+\.md$/.test(path)) return '';
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.extensionUri, 'media', path)));
  }

  dispose(): void {
    this.provider.dispose();
    this.changed.dispose();
  }
}
