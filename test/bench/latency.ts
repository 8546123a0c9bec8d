import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DocumentLibrary, parseDocument } from '../../src/core/documents/index.ts';
import { debounceMs } from '../../src/vscode/documents/debounce.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { packageExtension } from '../host/commands/package.ts';
import { built } from '../host/paths.ts';
import { launchBrowser, openPage, windowAddress } from '../host/vscode/browser.ts';
import { startServer } from '../host/vscode/server.ts';
import { testSettings } from '../host/vscode/settings.ts';

const LINES = 5000;
const GOAL = debounceMs + 50;
/** No stretch of work may keep the extension host from its other work for longer. */
const LONGEST_STRETCH = 50;

/**
 * `npm run bench -- latency [keys]`: from a key to the squiggle it brings or takes, in a real VS Code with the packaged
 * extension and a record of 5,000 lines. Each key is a real one: an x behind "Accepted" makes the status wrong, and
 * Backspace mends it. What VS Code itself takes to draw is part of the time. Beside it, how long the extension host was
 * kept from other work at a stretch, by whichever extension, VS Code's own included.
 */
export async function run([count = '200']: string[]): Promise<number> {
  await packageExtension();
  const scratch = mkdtempSync(join(tmpdir(), 'katapath-latency-'));
  const extensionsFolder = join(scratch, 'extensions');
  cpSync(join(built, 'out', 'package'), join(extensionsFolder, 'katapath'), { recursive: true });
  const delays = join(scratch, 'delays.json');
  addWatch(join(extensionsFolder, 'katapath', 'dist', 'extension.js'), delays);
  const workspace = join(scratch, 'workspace');
  mkdirSync(join(workspace, 'docs', 'adr'), { recursive: true });
  writeFileSync(join(workspace, 'docs', 'adr', '0001-keep-everything.md'), longRecord());
  const server = await startServer({
    dataFolder: join(scratch, 'data'),
    extensionsFolder,
    settings: { ...testSettings, 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } },
    environment: { KATAPATH_DATA: join(scratch, 'progress') },
  });
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, windowAddress(server, { open: workspace }));
    page.setDefaultTimeout(60_000);
    await openRecord(page);
    const times = await measure(page, Number(count), () => writeFileSync(`${delays}.begin`, ''));
    // The watch writes every tenth of a second.
    await page.waitForTimeout(500);
    return report(times, existsSync(delays) ? (JSON.parse(readFileSync(delays, 'utf8')) as Delays) : undefined);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Milliseconds beyond a timer's own. */
interface Delays {
  readonly p99: number;
  readonly longest: number;
}

/** Has the installed copy of the extension note how late its host's timers are, from the moment `<file>.begin` is there. */
function addWatch(bundle: string, file: string): void {
  appendFileSync(
    bundle,
    `
{
  const { existsSync, rmSync, writeFileSync } = require('node:fs');
  const { monitorEventLoopDelay } = require('node:perf_hooks');
  const resolution = 10;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const file = ${JSON.stringify(file)};
  setInterval(() => {
    if (existsSync(file + '.begin')) {
      rmSync(file + '.begin');
      delay.reset();
    }
    const beyond = (nanoseconds) => Math.max(nanoseconds / 1e6 - resolution, 0);
    writeFileSync(file, JSON.stringify({ p99: beyond(delay.percentile(99)), longest: beyond(delay.max) }));
  }, 100);
}
`,
  );
}

function longRecord(): string {
  const head = '# ADR-001: Keep everything\n## Date: 2026-01-10 | Status: Accepted\n\n## Context\n\n';
  const paragraph = [
    'Orders, users and [their records](#context) are related, and **every page** joins `three` of them.',
    'The tables hold 40,000 rows, of which 300 change in an hour.',
    '',
    '- One store was measured at 900 reads per second.',
    '- Two stores cost two of everything.',
    '',
  ];
  const lines = Array.from({ length: LINES - 25 }, (_, index) => paragraph[index % paragraph.length]);
  const rest = [
    '## Decision\n\nPostgreSQL 16 holds every order.\n',
    '## Rationale\n\n- Joins are needed on each page.\n',
    '## Alternatives Considered\n\nA. Files — rejected: no joins\nB. Two stores — rejected: two of everything\n',
    '## Trade-offs\n\n- By choosing PostgreSQL, we accept one machine that all writes go through.\n',
    '## Revisit When\n\n- Writes exceed 5,000 per second.\n',
  ];
  return `${head}${lines.join('\n')}\n\n${rest.join('\n')}`;
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
  window.took = [];
  const isUnderlined = () => document.querySelector('.view-overlays .squiggly-error') !== null;
  let before = isUnderlined();
  let pressed = 0;
  document.addEventListener('keydown', () => (pressed = performance.now()), true);
  new MutationObserver(() => {
    if (isUnderlined() === before) return;
    before = !before;
    window.took.push(performance.now() - pressed);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
`;

async function measure(page: Page, count: number, begin: () => void): Promise<number[]> {
  const underlined = page.locator('.view-overlays .squiggly-error').first();
  // The first key shows that the extension is there; it is not counted.
  await page.keyboard.press('x');
  await underlined.waitFor({ state: 'attached' });
  await page.keyboard.press('Backspace');
  await underlined.waitFor({ state: 'detached' });
  await page.evaluate(watch);
  begin();
  for (let key = 0; key < count; key++) {
    await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace');
    await page.waitForFunction(`window.took.length > ${key}`);
  }
  return page.evaluate('window.took');
}

function report(times: readonly number[], delays: Delays | undefined): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]!;
  const show = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;
  console.log(`  ${times.length} keys in a record of ${LINES} lines, debounce ${debounceMs} ms`);
  console.log(
    `  p50 ${show(at(0.5))}, p95 ${show(at(0.95))}, longest ${show(at(1))} (goal: p95 at most ${GOAL} ms); the check alone takes ${show(bareCheck())} of CPU`,
  );
  console.log(
    delays
      ? `  the extension host was kept busy for ${show(delays.longest)} at the longest, p99 ${show(delays.p99)} (goal: at most ${LONGEST_STRETCH} ms)`
      : '  how long the extension host was kept busy could not be measured',
  );
  return at(0.95) <= GOAL && delays !== undefined && delays.longest <= LONGEST_STRETCH ? 0 : 1;
}

/** What the record's check takes without an editor: the median CPU time, which a busy machine cannot lengthen much. */
function bareCheck(): number {
  const text = longRecord();
  const library = new DocumentLibrary({ workspace: 'bench', today: '2026-06-01' });
  const times = Array.from({ length: 40 }, (_, turn) =>
    cpuTime(() => {
      const document = parseDocument(turn % 2 === 0 ? text : text.replace('Accepted', 'Acceptedx'));
      library.put('docs/adr/0001-keep-everything.md', document);
      library.check('docs/adr/0001-keep-everything.md', document);
    }),
  );
  return times.sort((a, b) => a - b)[20]!;
}
