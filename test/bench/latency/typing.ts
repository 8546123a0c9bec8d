import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { built, root } from '../../host/paths.ts';
import { launchBrowser, openPage, windowAddress } from '../../host/vscode/browser.ts';
import { startServer } from '../../host/vscode/server.ts';
import { testSettings } from '../../host/vscode/settings.ts';
import { longRecord } from './record.ts';

/** Who underlines: Katapath the status, the floor the title; each in a colour of its own. */
const colours = { katapath: 'error', floor: 'info' } as const;
export type Who = keyof typeof colours;

export interface Typing {
  readonly lines: number;
  readonly keys: number;
  /** Milliseconds between a squiggle and the next key. */
  readonly pause: number;
}

export interface Typed {
  /** Milliseconds from each key to the squiggle it brought or took; none of who is not installed. */
  readonly took: Readonly<Record<Who, readonly number[]>>;
  readonly delays: Delays;
}

/** How late the timers of the extension host were, in milliseconds beyond their own. */
export interface Delays {
  readonly p99: number;
  readonly longest: number;
}

/** Types in a window of VS Code that has these extensions, once at each pace. */
export async function typeWith(installed: readonly Who[], paces: readonly Typing[]): Promise<Typed[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'katapath-latency-'));
  const from = { katapath: join(built, 'out', 'package'), floor: join(root, 'test', 'bench', 'latency', 'floor') };
  for (const who of installed) cpSync(from[who], join(scratch, 'extensions', who), { recursive: true });
  const workspace = join(scratch, 'workspace');
  mkdirSync(join(workspace, 'docs', 'adr'), { recursive: true });
  writeFileSync(join(workspace, 'docs', 'adr', '0001-keep-everything.md'), longRecord(paces[0]!.lines));
  const delays = join(scratch, 'delays.json');
  const server = await startServer({
    dataFolder: join(scratch, 'data'),
    extensionsFolder: join(scratch, 'extensions'),
    settings: { ...testSettings, 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } },
    environment: { KATAPATH_DATA: join(scratch, 'progress'), FLOOR_DELAYS: delays },
  });
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, windowAddress(server, { open: workspace }));
    page.setDefaultTimeout(60_000);
    await openRecord(page);
    await startWatch(page, installed);
    const typed: Typed[] = [];
    for (const pace of paces) {
      writeFileSync(`${delays}.begin`, '');
      const took = await type(page, installed, pace);
      typed.push({ took, delays: await readDelays(delays) });
    }
    return typed;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Opens the record and puts the cursor behind its status. */
async function openRecord(page: Page): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  await page.locator('.monaco-workbench .part.activitybar').waitFor();
  await page.keyboard.press('ControlOrMeta+p');
  await input.fill('0001-keep-everything');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '0001-keep' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .view-lines').waitFor();
  await page.keyboard.press('ControlOrMeta+g');
  await input.fill(':2');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.press('End');
}

/** Runs in the page: notes when a key is pressed, and how long it takes until what is underlined changes. */
const watch = `
  const colours = ${JSON.stringify(colours)};
  const isUnderlined = (who) => document.querySelector('.view-overlays .squiggly-' + colours[who]) !== null;
  const before = { katapath: isUnderlined('katapath'), floor: isUnderlined('floor') };
  let pressed = 0;
  document.addEventListener('keydown', () => (pressed = performance.now()), true);
  new MutationObserver(() => {
    for (const who of Object.keys(colours)) {
      if (isUnderlined(who) === before[who]) continue;
      before[who] = !before[who];
      window.took[who].push(performance.now() - pressed);
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
`;

/** The first two keys show that every extension is there; they are not counted. */
async function startWatch(page: Page, installed: readonly Who[]): Promise<void> {
  for (const [key, state] of [['x', 'attached'] as const, ['Backspace', 'detached'] as const]) {
    await page.keyboard.press(key);
    for (const who of installed)
      await page.locator(`.view-overlays .squiggly-${colours[who]}`).first().waitFor({ state });
  }
  await page.evaluate(watch);
}

async function type(page: Page, installed: readonly Who[], { keys, pause }: Typing): Promise<Typed['took']> {
  await page.evaluate('window.took = { katapath: [], floor: [] }');
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace');
    await page.waitForFunction(installed.map((who) => `window.took.${who}.length > ${key}`).join(' && '));
    if (pause > 0) await page.waitForTimeout(pause);
  }
  return page.evaluate('window.took');
}

async function readDelays(file: string): Promise<Delays> {
  writeFileSync(`${file}.end`, '');
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 100));
  // It is written in one go, but seen as soon as it exists.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const delays = JSON.parse(readFileSync(file, 'utf8')) as Delays;
  rmSync(file);
  return delays;
}
