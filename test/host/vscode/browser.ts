import { chromium, type Browser, type Page } from 'playwright-core';
import { requireChromium } from '../machine/programs.ts';
import type { Server } from './server.ts';

/** A headless Chromium that reaches nothing but this machine. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await requireChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}

export interface WindowOptions {
  /** A folder, a `.code-workspace` file, or a URI of another scheme; none opens an empty window. */
  readonly open?: string;
  /** Extensions loaded from their source folders; needs the server's `driver`. */
  readonly extensions?: readonly string[];
  readonly testsPath?: string;
  readonly payload?: readonly (readonly [string, string])[];
}

/** How the window names a file of this machine. */
const toRemote = (server: Server, path: string): string =>
  `vscode-remote://127.0.0.1:${server.port}${toSlashes(path).split('/').map(encodeURIComponent).join('/')}`;

const toSlashes = (path: string) => (path.startsWith('/') ? path : `/${path.replaceAll('\\', '/')}`);

/** The address of a window on this server. */
export function windowAddress(server: Server, options: WindowOptions = {}): string {
  const { open, extensions = [], testsPath, payload = [] } = options;
  const query = new URLSearchParams({ tkn: server.token });
  if (!open) query.set('ew', 'true');
  else
    query.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', open.includes('://') ? open : toSlashes(open));
  const entries = [
    ...extensions.map((path) => ['extensionDevelopmentPath', toRemote(server, path)]),
    ...(testsPath ? [['extensionTestsPath', toRemote(server, testsPath)]] : []),
    ...payload,
  ];
  if (entries.length > 0) query.set('payload', JSON.stringify(entries));
  return `http://127.0.0.1:${server.port}/?${query}`;
}

/** Opens a page on that address; the functions VS Code's test mode calls are there first. */
export async function openPage(
  browser: Browser,
  address: string,
  {
    onLog,
    onExit,
    viewport = { width: 1400, height: 900 },
  }: {
    onLog?: (type: string, args: unknown[]) => void;
    onExit?: (code: number) => void;
    viewport?: { width: number; height: number };
  } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  if (onLog) await page.exposeFunction('codeAutomationLog', onLog);
  if (onExit) await page.exposeFunction('codeAutomationExit', onExit);
  await page.goto(address);
  return page;
}
