import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { giveTo } from '../../host/machine/users.ts';
import { screenshots } from '../../host/paths.ts';
import { copyWorkspace, type WorkspaceCopy } from '../../host/suites/workspaceCopy.ts';
import { windowAddress } from '../../host/vscode/browser.ts';
import { startServer, type Server } from '../../host/vscode/server.ts';
import { testSettings } from '../../host/vscode/settings.ts';
import { Editor } from './editor.ts';
import { ordinaryUser } from '../../support/ordinaryUser.ts';
import { eventually, patience } from './eventually.ts';
import { Problems } from './problems.ts';
import { QuickInput } from './quickInput.ts';
import { installedExtensions, openPages, sharedBrowser } from './session.ts';
import { Testing } from './testing.ts';
import { Toasts } from './toasts.ts';
import { Tree } from './tree.ts';

const themes = {
  dark: { id: 'Dark Modern', label: 'Dark Modern', marker: 'vs-dark' },
  light: { id: 'Light Modern', label: 'Light Modern', marker: 'vs' },
  'high-contrast': { id: 'Default High Contrast', label: 'Dark High Contrast', marker: 'hc-black' },
  'high-contrast-light': { id: 'Default High Contrast Light', label: 'Light High Contrast', marker: 'hc-light' },
} as const;

export type Theme = keyof typeof themes;

export interface OpenOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of the machine, which a window on a server does not take from the user's. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  /** The folder opens in Restricted Mode, as every new folder does for a person. */
  readonly restricted?: boolean;
  readonly theme?: Theme;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** VS Code is run by somebody to whom permissions apply, even where the tests are root's. */
  readonly asOrdinaryUser?: boolean;
  /** Environment of the server, and so of the extension host. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Extensions instead of the packaged one. */
  readonly extensionsFolder?: string;
}

/**
 * Opens VS Code with the packaged extension on a copy of `test/workspaces/<workspace>`.
 *
 * Each window has a server, settings and storage of its own: open one per file in `before`, close it in `after`.
 */
export async function openWindow(workspace: string, options: OpenOptions = {}): Promise<Window> {
  const window = new Window(copyWorkspace(workspace), options);
  await window.start();
  return window;
}

/** One VS Code window, as a person sees it. */
export class Window {
  private server!: Server;
  private context!: BrowserContext;
  private readonly dataFolder = mkdtempSync(join(tmpdir(), 'katapath-ui-data-'));
  page!: Page;
  /** The command palette, quick picks and input boxes. */
  quickInput!: QuickInput;
  editor!: Editor;
  problems!: Problems;
  testing!: Testing;
  toasts!: Toasts;

  constructor(
    private readonly workspace: WorkspaceCopy,
    private readonly options: OpenOptions,
  ) {}

  /** The workspace on disk. */
  get folder(): string {
    return this.workspace.folder;
  }

  /** Where this window's progress is kept; `environment` may share another one's. */
  get progressFolder(): string {
    return join(this.dataFolder, 'progress');
  }

  async start(): Promise<void> {
    const { settings, restricted = false, theme = 'dark', environment } = this.options;
    const user = this.options.asOrdinaryUser ? ordinaryUser : undefined;
    const [extensionsFolder, browser] = await Promise.all([
      this.options.extensionsFolder ?? installedExtensions(),
      sharedBrowser(),
    ]);
    const machine = join(this.dataFolder, 'data', 'Machine');
    mkdirSync(machine, { recursive: true });
    writeFileSync(join(machine, 'settings.json'), JSON.stringify(this.options.machineSettings ?? {}));
    const trust = { 'security.workspace.trust.enabled': restricted };
    const colors = { 'workbench.colorTheme': themes[theme].id };
    const ownExtensions = join(this.dataFolder, 'extensions');
    if (user) {
      cpSync(extensionsFolder, ownExtensions, { recursive: true });
      giveTo(user, dirname(this.folder));
    }
    this.server = await startServer({
      dataFolder: this.dataFolder,
      extensionsFolder: user ? ownExtensions : extensionsFolder,
      trust: restricted,
      settings: { ...testSettings, ...trust, ...colors, ...settings },
      keepSettings: true,
      ...(this.server ? { port: this.server.port, token: this.server.token } : {}),
      environment: { KATAPATH_DATA: this.progressFolder, ...(user && { HOME: this.dataFolder }), ...environment },
      ...(user && { user }),
    });
    this.context ??= await browser.newContext({ viewport: this.options.viewport ?? { width: 1400, height: 900 } });
    await this.openPage();
  }

  private async openPage(): Promise<void> {
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(patience);
    openPages.add(this.page);
    this.quickInput = new QuickInput(this.page);
    this.editor = new Editor(this.page, this.quickInput);
    this.problems = new Problems(this.page);
    this.testing = new Testing(this.page, this.quickInput);
    this.toasts = new Toasts(this.page);
    const open = this.workspace.open;
    // VS Code opens a `.code-workspace` file without its folders now and then, for good: a person opens it once more.
    for (let opened = 0; opened < 5; opened++) {
      await this.page.goto(windowAddress(this.server, open ? { open } : {}));
      await this.waitUntilReady();
      if (!open?.endsWith('.code-workspace') || (await this.hasFolders())) return;
    }
  }

  /** Whether the Explorer, which a new window shows, has folders. */
  private async hasFolders(): Promise<boolean> {
    const folders = this.page.locator('.explorer-folders-view .monaco-list-row').first();
    const none = this.page.getByText('You have not yet added a folder to the workspace');
    await folders.or(none).first().waitFor();
    return folders.isVisible();
  }

  private async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.activitybar').waitFor({ timeout: 120_000 });
    // Shown once the window has restored what was open in it.
    await this.page.locator('[id="status.problems"]').waitFor({ timeout: 120_000 });
    // The theme comes last; before it everything is drawn in a default one.
    await this.page.locator('.monaco-workbench[class*="-themes-"]').waitFor();
  }

  async close(): Promise<void> {
    openPages.delete(this.page);
    await this.context?.close();
    await this.server?.stop();
    rmSync(this.dataFolder, { recursive: true, force: true, maxRetries: 3 });
    this.workspace.remove();
  }

  /** Loads the window anew: a fresh extension host on the same storage. */
  async reload(): Promise<void> {
    // By the command: the window writes what it holds first. A browser's own reload cuts that short.
    await this.page.locator('html').evaluate((html) => html.setAttribute('data-before', ''));
    await this.run('Developer: Reload Window');
    await this.page.locator('html:not([data-before])').waitFor({ state: 'attached' });
    await this.waitUntilReady();
  }

  /** Ends VS Code and starts it again on the same storage, as on the next morning. */
  async restart(): Promise<void> {
    openPages.delete(this.page);
    await this.page.close();
    await this.server.stop();
    await this.start();
  }

  /** Runs a command of the palette by its whole title. */
  async run(command: string): Promise<void> {
    await this.quickInput.run(command);
  }

  /** Opens a container of the activity bar, as in `Katapath`, unless it is open; gives its tree of this name. */
  async openView(container: string, tree: string): Promise<Tree> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: new RegExp(`^${container}`) });
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    const found = new Tree(this.page, tree);
    await found.locator.waitFor();
    return found;
  }

  tree(name: string): Tree {
    return new Tree(this.page, name);
  }

  /** What a container of the activity bar says, badge included: "Katapath - 3 due for review". */
  async badge(container: string): Promise<string> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: new RegExp(`^${container}`) });
    return (await tab.getAttribute('aria-label')) ?? '';
  }

  /** The texts of the welcome content shown in empty views. */
  welcomeTexts(): Promise<string[]> {
    return this.page.locator('.welcome-view-content').allInnerTexts();
  }

  /** The texts in the status bar. */
  statusTexts(): Promise<string[]> {
    return this.page
      .locator('.statusbar-item')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? item.textContent ?? ''));
  }

  /** The modal dialog's button with this text. */
  async pressInDialog(button: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
  }

  /** The frame of the webview that shows this text. */
  webview(text: string | RegExp): Promise<Frame> {
    return eventually(async () => {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame()) continue;
        const isShown = await frame
          .locator('body')
          .filter({ hasText: text })
          .first()
          .isVisible()
          .catch(() => false);
        if (isShown && !(await frame.locator('iframe').count())) return frame;
      }
      throw new Error(`no webview shows ${text}`);
    });
  }

  /** Changes the user's settings in their editor: a file changed from outside is not watched in a browser's VS Code. */
  async changeSettings(changes: Readonly<Record<string, unknown>>): Promise<void> {
    const file = join(this.dataFolder, 'data', 'User', 'settings.json');
    await this.run('Preferences: Open User Settings (JSON)');
    await this.editor.waitForTab('settings.json');
    await this.editor.replaceAll(JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...changes }, null, 2));
    await this.editor.save();
    await this.page.keyboard.press('ControlOrMeta+F4');
  }

  async switchTheme(theme: Theme): Promise<void> {
    const { label, marker } = themes[theme];
    await this.quickInput.within(
      () => this.run('Preferences: Color Theme'),
      async () => {
        await this.quickInput.waitFor('Select Color Theme');
        await this.quickInput.filter(label);
        await this.quickInput.pick(label);
      },
    );
    await this.page.locator(`.monaco-workbench.${marker}`).waitFor();
  }

  /** A picture in `out/screenshots/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    // Away from whatever would show a tooltip.
    const { width, height } = this.page.viewportSize()!;
    await this.page.mouse.move(width / 2, height - 5);
    await this.page.locator('.workbench-hover:visible').first().waitFor({ state: 'hidden' });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  /** The same picture in a dark and a light theme: `<name>-dark.png`, `<name>-light.png`; ends in the dark one. */
  async screenshots(name: string): Promise<void> {
    for (const theme of ['light', 'dark'] as const) {
      await this.switchTheme(theme);
      await this.screenshot(`${name}-${theme}`);
    }
  }

  /** Trusts the workspace as a person does, in the trust editor. */
  async trust(): Promise<void> {
    await this.run('Workspaces: Manage Workspace Trust');
    // Restricted Mode has an entry in the status bar for as long as it lasts.
    const restricted = this.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' });
    const button = this.page.locator('.workspace-trust-editor').getByRole('button', { name: /^Trust$/ });
    await button.waitFor();
    // The editor draws itself anew as it learns of the folders, and a press before that goes nowhere.
    for (let presses = 0; presses < 10 && (await restricted.count()) > 0; presses++) {
      if (await button.isVisible()) await button.click().catch(() => undefined);
      await restricted.waitFor({ state: 'detached', timeout: 3_000 }).catch(() => undefined);
    }
    await restricted.waitFor({ state: 'detached' });
    await this.editor.closeAll();
  }

  /** A file of the workspace on disk; undefined while it does not exist. */
  read(file: string): string | undefined {
    const path = join(this.folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  /** The same, for what is not text. */
  readBytes(file: string): Buffer | undefined {
    const path = join(this.folder, file);
    return existsSync(path) ? readFileSync(path) : undefined;
  }

  /** Writes a file of the workspace from outside VS Code, as git or the command line do. */
  write(file: string, text: string): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Moves a file or folder of the workspace from outside VS Code. */
  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.folder, to)), { recursive: true });
    renameSync(join(this.folder, from), join(this.folder, to));
  }
}
