import { Disposable, window, type WebviewPanel } from 'vscode';
import { dashboardOf, type Dashboard } from '../../core/dashboard/dashboard.ts';
import { dashboardPage } from '../../core/dashboard/page.ts';
import type { Services } from '../services.ts';
import { DashboardPanel } from './panel.ts';
import { saveAs } from './saveAs.ts';

const viewType = 'katapath.dashboard';

/** The dashboard: one panel, drawn anew when the log says something new, and found again after a reload. */
export function registerDashboard(services: Services): Disposable {
  const { catalog, progress, registerCommand } = services;
  const read = (): Dashboard =>
    dashboardOf({ catalog, state: progress.state, events: progress.events, now: Date.now() });
  const exportPage = () =>
    saveAs({ name: 'katapath-progress.html', kind: 'Web page', extension: 'html' }, () =>
      new TextEncoder().encode(dashboardPage(read())),
    );
  let open: DashboardPanel | undefined;

  function fill(panel: WebviewPanel): void {
    open = new DashboardPanel(panel, services, { read, exportPage });
    panel.onDidDispose(() => (open = undefined));
  }
  return Disposable.from(
    { dispose: () => open?.dispose() },
    progress.onDidChange(() => open?.refresh()),
    registerCommand('katapath.openDashboard', () => {
      if (open) open.reveal();
      else fill(DashboardPanel.create(viewType, services));
    }),
    registerCommand('katapath.exportDashboard', exportPage),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel) {
        open?.dispose();
        fill(panel);
      },
    }),
  );
}
