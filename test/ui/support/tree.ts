import type { Locator, Page } from 'playwright-core';
import { escape } from './escape.ts';
import { eventually } from './eventually.ts';

/** A tree in a view, found by the name it has for a screen reader. */
export class Tree {
  readonly locator: Locator;

  constructor(
    private readonly page: Page,
    name: string,
  ) {
    this.locator = page.getByRole('tree', { name: new RegExp(escape(name), 'i') }).first();
  }

  /** The first row that holds this text. */
  row(text: string | RegExp): TreeRow {
    return new TreeRow(this.page, this.locator.getByRole('treeitem').filter({ hasText: text }).first());
  }

  /** What the visible rows say: label and description. */
  async texts(): Promise<string[]> {
    await this.locator.getByRole('treeitem').first().waitFor();
    return this.locator.getByRole('treeitem').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
  }

  /** What the visible rows say to a screen reader. */
  async spoken(): Promise<string[]> {
    await this.locator.getByRole('treeitem').first().waitFor();
    return this.locator
      .getByRole('treeitem')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }
}

export class TreeRow {
  constructor(
    private readonly page: Page,
    readonly locator: Locator,
  ) {}

  async waitFor(): Promise<void> {
    await this.locator.waitFor();
  }

  async text(): Promise<string> {
    return (await this.locator.textContent()) ?? '';
  }

  async spoken(): Promise<string> {
    return (await this.locator.getAttribute('aria-label')) ?? '';
  }

  async isExpanded(): Promise<boolean> {
    return (await this.locator.getAttribute('aria-expanded')) === 'true';
  }

  async expand(): Promise<void> {
    if (!(await this.isExpanded())) await this.toggle();
  }

  async collapse(): Promise<void> {
    if (await this.isExpanded()) await this.toggle();
  }

  private async toggle(): Promise<void> {
    const before = await this.isExpanded();
    await this.locator.locator('.monaco-tl-twistie').click();
    await eventually(async () => {
      if ((await this.isExpanded()) === before) throw new Error(`the row stays ${before ? 'open' : 'closed'}`);
    });
  }

  async click(): Promise<void> {
    await this.locator.click();
  }

  /** Presses the box of an item, until it is ticked or not any more, or something is asked, or the row has gone. */
  async tick(): Promise<void> {
    const box = this.locator.locator('.custom-view-tree-node-item-checkbox');
    const look = () => box.evaluateAll(([it]) => it?.getAttribute('aria-checked'));
    const was = await look();
    const asks = this.page.locator('.quick-input-widget:visible');
    // A click that falls between two drawings of the tree is lost.
    for (let presses = 0; presses < 5; presses++) {
      await box.click();
      for (let tenths = 0; tenths < 100; tenths++) {
        if ((await asks.count()) > 0 || (await look()) !== was) return;
        await this.page.waitForTimeout(100);
      }
    }
    throw new Error('the box takes no tick');
  }

  /** Presses the inline button with this title. */
  async press(action: string): Promise<void> {
    await this.locator.hover();
    await this.locator.locator(`.actions a[aria-label^="${action}"]`).first().click();
  }

  /** Drags the row onto another one. */
  async dragOnto(other: TreeRow): Promise<void> {
    await this.locator.dragTo(other.locator);
  }

  /** The sign that a file decoration puts at the end of the row, `✓`. */
  async sign(): Promise<string> {
    const contents = await this.locator.locator('.monaco-icon-label, .monaco-icon-label *').evaluateAll((parts) => {
      const { getComputedStyle } = globalThis as unknown as Styles;
      return parts.map((part) => getComputedStyle(part, '::after').content);
    });
    return contents.map((content) => (content.startsWith('"') ? content.slice(1, -1) : '')).join('');
  }

  /** The inline buttons' titles. */
  async actions(): Promise<string[]> {
    await this.locator.hover();
    return this.locator
      .locator('.actions a[aria-label]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
  }

  /** Chooses an entry of the context menu. */
  async choose(entry: string): Promise<void> {
    const item = this.page.locator('.context-view').getByRole('menuitem', { name: entry }).first();
    // A menu that opens while the tree is drawn anew closes again.
    for (let presses = 0; presses < 4 && !(await item.isVisible()); presses++) {
      if (presses > 0) await this.page.keyboard.press('Escape');
      await this.locator.click({ button: 'right' });
      await item.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await item.waitFor();
    // A menu takes no click in the moment in which it opens: that is the end of the click that opened it.
    for (let presses = 0; presses < 10 && (await item.isVisible()); presses++) {
      await item.click({ timeout: 3_000 }).catch(() => undefined);
      await item.waitFor({ state: 'hidden', timeout: 2_000 }).catch(() => undefined);
    }
  }
}

/** What the browser has and Node has not. */
interface Styles {
  getComputedStyle(element: unknown, pseudo: string): { readonly content: string };
}
