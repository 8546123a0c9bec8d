import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { eventually } from './support/eventually.ts';
import { openWindow, type Window } from './support/window.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const heading = 'Progress by path';

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

describe('The dashboard', () => {
  let window: Window;
  before(async () => {
    window = await openWindow('practice', { viewport: { width: 1400, height: 1000 } });
    const paths = await window.openView('Katapath', 'Learning paths');
    await paths.row('Software Engineering at Scale').waitFor();
    await window.run('Katapath: Open Dashboard');
  });
  after(() => window.close());

  it('opens from the command palette and shows every chart with its table', async () => {
    const page = await window.webview(heading);
    await eventually(async () => {
      const charts = await page.locator('svg.chart').count();
      // The sixth, of practices, is drawn once there is one to keep.
      assert.ok(charts >= 5, `${charts} charts`);
      assert.equal(await page.locator('details').count(), charts);
    });
  });

  it('follows the log without being opened again', async () => {
    const page = await window.webview(heading);
    await page.locator('summary', { hasText: 'Activity as a table' }).click();
    const paths = await window.openView('Katapath', 'Learning paths');
    await window.quickInput.within(
      () => paths.row('Warm-up').choose('Skip with Reason…'),
      () => window.quickInput.waitFor('Skip “'),
    );
    await window.quickInput.fill('known for years');
    await window.quickInput.accept();
    await eventually(async () =>
      assert.match((await page.locator('#words-calendar').textContent()) ?? '', /^1 entry on 1 day/),
    );
    assert.ok((await page.locator('#table-calendar').getAttribute('open')) !== null, 'the opened table stays open');
  });

  it('is read and worked by keys: every table opens and closes with them', async () => {
    const page = await window.webview(heading);
    await page.locator('summary').first().focus();
    await window.page.keyboard.press('Enter');
    await eventually(async () =>
      assert.ok(
        await page
          .locator('details')
          .first()
          .evaluate((it) => (it as { open?: boolean }).open),
      ),
    );
    const order = await focusOrder(page, window);
    assert.ok(order.includes('SUMMARY') && order.includes('BUTTON'), order.join(' '));
  });

  for (const theme of ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const)
    it(`gives axe nothing to find in the theme ${theme}, tables open`, async () => {
      await window.toasts.dismissAll();
      await window.switchTheme(theme);
      const page = await window.webview(heading);
      await page.locator('details').evaluateAll((all) => all.forEach((it) => ((it as { open?: boolean }).open = true)));
      assert.deepEqual(await findings(page), []);
      await page
        .locator('details')
        .evaluateAll((all) => all.forEach((it) => ((it as { open?: boolean }).open = false)));
      await page.locator('h1').scrollIntoViewIfNeeded();
      await window.screenshot(`dashboard-${theme}`);
    });

  it('fits at twice the size: nothing is cut off and only tables scroll sideways', async () => {
    await window.switchTheme('dark');
    const page = await window.webview(heading);
    await window.page.setViewportSize({ width: 700, height: 500 });
    await eventually(async () => {
      const { scroll, client } = await page.locator('html').evaluate((root) => ({
        scroll: (root as { scrollWidth?: number }).scrollWidth,
        client: (root as { clientWidth?: number }).clientWidth,
      }));
      assert.equal(scroll, client);
    });
    await window.screenshot('dashboard-narrow');
    await window.page.setViewportSize({ width: 1400, height: 1000 });
  });

  it('is saved as a picture, drawn from its charts', async () => {
    const page = await window.webview(heading);
    await page.locator('button', { hasText: 'Export as picture' }).click();
    await saveHere(window);
    const picture = await eventually(() => {
      const bytes = window.readBytes('katapath-progress.png');
      assert.ok(bytes && bytes.length > 20_000, 'a picture is there');
      return bytes;
    });
    assert.deepEqual([...picture.subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.ok(picture.readUInt32BE(16) >= 680 * 2, 'twice as fine as on the screen');
  });

  it('is saved as one page that needs nothing else', async () => {
    await window.run('Katapath: Export Dashboard…');
    await saveHere(window);
    const page = await eventually(() => {
      const text = window.read('katapath-progress.html');
      assert.match(text ?? '', /<\/html>\n$/);
      return text!;
    });
    assert.ok(!page.includes('<script'));
    assert.match(page, /Content-Security-Policy" content="default-src/);
  });
});

/** Accepts the name the save dialog proposes. */
async function saveHere(window: Window): Promise<void> {
  await window.quickInput.waitFor('Export Dashboard');
  await window.quickInput.accept();
}

async function findings(page: Frame): Promise<readonly string[]> {
  // A script of ours would be refused by the page's own policy: the browser's tools are not under it.
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(`axe.run()`)) as AxeResult;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

/** What Tab reaches from the top of the page, by its kind. */
async function focusOrder(page: Frame, window: Window): Promise<readonly string[]> {
  await page.locator('button').first().focus();
  const names: string[] = [];
  for (let press = 0; press < 8; press++) {
    names.push(await page.evaluate(`document.activeElement.tagName`));
    await window.page.keyboard.press('Tab');
  }
  return names;
}
