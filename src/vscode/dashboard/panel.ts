import { Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { dashboardBody } from '../../core/dashboard/page.ts';
import { pageStyle } from '../../core/dashboard/standalonePage.ts';
import type { Dashboard } from '../../core/dashboard/dashboard.ts';
import { readPageMessage } from '../../core/dashboard/message.ts';
import { report } from '../shared/commands.ts';
import type { Services } from '../services.ts';
import { saveAs } from './saveAs.ts';

interface Source {
  read(): Dashboard;
  exportPage(): Promise<void>;
}

/** Changes come in bursts; one drawing follows them. */
const REST_MS = 60;

/**
 * The webview of the dashboard. Its page is a frame with one script of ours; what stands in it comes as a message each
 * time the log changes, so that scrolling, focus and opened tables stay where they are.
 */
export class DashboardPanel {
  private timer: ReturnType<typeof setTimeout> | undefined;

  static create(viewType: string, { extensionUri }: Services): WebviewPanel {
    const panel = window.createWebviewPanel(viewType, 'Katapath Dashboard', ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [scriptFolder(extensionUri)],
    });
    return panel;
  }

  constructor(
    private readonly panel: WebviewPanel,
    private readonly services: Services,
    private readonly source: Source,
  ) {
    const { webview } = panel;
    const icon = (theme: string) => Uri.joinPath(scriptFolder(services.extensionUri), `icon-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    webview.onDidReceiveMessage((message: unknown) =>
      this.receive(message).catch((error) => report(error, services.log)),
    );
    panel.onDidChangeViewState(() => this.refresh());
    panel.onDidDispose(() => clearTimeout(this.timer));
    webview.options = { enableScripts: true, localResourceRoots: [scriptFolder(services.extensionUri)] };
    webview.html = this.frame();
  }

  reveal(): void {
    this.panel.reveal();
  }

  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), REST_MS);
  }

  dispose(): void {
    this.panel.dispose();
  }

  private draw(): void {
    if (this.panel.visible)
      void this.panel.webview.postMessage({ kind: 'show', html: dashboardBody(this.source.read()) });
  }

  private async receive(raw: unknown): Promise<void> {
    const message = readPageMessage(raw);
    if (!message) {
      this.services.log.warn('The dashboard’s page sent something it never sends; it was dropped.');
      return;
    }
    switch (message.kind) {
      case 'ready':
        return this.draw();
      case 'export-page':
        return this.source.exportPage();
      case 'save-picture':
        return saveAs({ name: 'katapath-progress.png', kind: 'Picture', extension: 'png' }, () =>
          Uint8Array.from(atob(message.data), (sign) => sign.charCodeAt(0)),
        );
    }
  }

  private frame(): string {
    const { webview } = this.panel;
    const nonce = this.services.newId();
    const script = webview.asWebviewUri(Uri.joinPath(scriptFolder(this.services.extensionUri), 'dashboard.js'));
    // `data:` pictures: the page draws its own charts into one picture to export.
    const policy = `default-src 'none'; script-src ${webview.cspSource}; style-src 'nonce-${nonce}'; img-src data:`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Katapath Dashboard</title>
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
<header>
<h1>Progress</h1>
<button type="button" data-do="export-page">Export as web page…</button>
<button type="button" data-do="export-picture">Export as picture…</button>
</header>
<main></main>
<p role="status" id="status"></p>
<script type="module" src="${script.toString()}"></script>
</body>
</html>`;
  }
}

const scriptFolder = (extensionUri: Uri) => Uri.joinPath(extensionUri, 'media', 'dashboard');
