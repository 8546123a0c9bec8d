import type { Locator, Page } from 'playwright-core';

/** The Problems panel. */
export class Problems {
  constructor(private readonly page: Page) {}

  private get list(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  async show(): Promise<void> {
    if (!(await this.page.locator('.markers-panel').isVisible()))
      await this.page.keyboard.press('ControlOrMeta+Shift+m');
    await this.page.locator('.markers-panel').waitFor();
  }

  /** Waits for a row with this text: the message, the code or the place. */
  async waitFor(text: string | RegExp): Promise<void> {
    await this.show();
    await this.list.filter({ hasText: text }).first().waitFor();
  }

  async waitForNone(text: string | RegExp): Promise<void> {
    await this.show();
    await this.list.filter({ hasText: text }).first().waitFor({ state: 'detached' });
  }

  /** What the rows say: file, then its problems with message, source, code and place. */
  async rows(): Promise<string[]> {
    await this.show();
    return this.list.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''));
  }

  /** Opens the place of the problem with this text. */
  async open(text: string | RegExp): Promise<void> {
    await this.show();
    await this.list.filter({ hasText: text }).first().dblclick();
  }
}
