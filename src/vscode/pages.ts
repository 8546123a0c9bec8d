import { commands, EventEmitter, Uri, workspace, type Disposable } from 'vscode';

/** Read-only texts of Katapath's own, such as hints, solutions and the doctor's report. */
export const pageScheme = 'katapath';

/** Holds the pages that are open, and redraws one when its text changes. */
export class Pages {
  private readonly changed = new EventEmitter<Uri>();
  private readonly texts = new Map<string, string>();
  private readonly provider: Disposable;

  constructor() {
    this.provider = workspace.registerTextDocumentContentProvider(pageScheme, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: ({ path }) => this.texts.get(path) ?? '',
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

  /** Shows Markdown rendered; `beside` leaves the editor where it is. */
  async showMarkdown(path: string, text: string, { beside = false } = {}): Promise<void> {
    await commands.executeCommand(beside ? 'markdown.showPreviewToSide' : 'markdown.showPreview', this.put(path, text));
  }

  dispose(): void {
    this.provider.dispose();
    this.changed.dispose();
  }
}
