// What all windows of a UI run share: one browser, one installation of the packaged extension, and a picture of every
// open window when a test fails.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { built, screenshots } from '../../host/paths.ts';
import { launchBrowser } from '../../host/vscode/browser.ts';
import { runServerCommand } from '../../host/vscode/server.ts';

/** The pages now open, for the picture of a failure. */
export const openPages = new Set<Page>();

let browser: Promise<Browser> | undefined;
let installation: Promise<string> | undefined;

export const sharedBrowser = (): Promise<Browser> => (browser ??= launchBrowser());

/** The extensions folder with the packaged extension in it, installed as a person installs it. */
export const installedExtensions = (): Promise<string> => (installation ??= installPackage());

async function installPackage(): Promise<string> {
  const archive = join(built, 'out', 'katapath.vsix');
  if (!existsSync(archive)) throw new Error(`${archive} is missing: run "npm test -- ui", which makes it.`);
  const home = mkdtempSync(join(tmpdir(), 'katapath-ui-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const extensions = join(home, 'extensions');
  const places = ['--extensions-dir', extensions, '--server-data-dir', join(home, 'data')];
  const { code, output } = await runServerCommand([
    ...['--install-extension', archive, '--accept-server-license-terms'],
    ...places,
  ]);
  if (code !== 0) throw new Error(`VS Code refuses the package: ${output}`);
  return extensions;
}

afterEach('keep a picture of a failure', async function () {
  if (this.currentTest?.state !== 'failed') return;
  const folder = join(screenshots, 'failed');
  mkdirSync(folder, { recursive: true });
  const name = this.currentTest
    .fullTitle()
    .replace(/[^\w]+/g, '-')
    .slice(0, 120);
  let number = 1;
  for (const page of openPages) {
    const path = join(folder, `${name}${openPages.size > 1 ? `-${number++}` : ''}.png`);
    await page.screenshot({ path }).then(
      () => console.log(`picture: ${path}`),
      () => undefined,
    );
  }
});

after('close the browser', async () => {
  await (await browser)?.close();
});
