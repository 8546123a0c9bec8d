import type { Locator, Page } from 'playwright-core';
import { patience } from './eventually.ts';

/** The box at the top of the window: command palette, quick picks and input boxes are all the same one. */
export class QuickInput {
  constructor(private readonly page: Page) {}

  private get widget(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  private get field(): Locator {
    return this.widget.locator('input.input').first();
  }

  private row(text: string | RegExp): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
  }

  /**
   * Opens a box and works in it, and does all of it again, six times at most, when that does not succeed: VS Code's own
   * boxes close when something that appears just then takes the focus, and a row's menu does nothing while its tree is
   * drawn anew. A person tries again; so both must bear being done twice.
   */
  async within<T>(open: () => Promise<void>, work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      await open();
      this.page.setDefaultTimeout(8_000);
      try {
        return await work();
      } catch (error) {
        if (tries === 6) throw error;
        await this.page.keyboard.press('Escape');
      } finally {
        this.page.setDefaultTimeout(patience);
      }
    }
  }

  /** Runs a command by its whole title, as in `Katapath: Start Kata…`. */
  async run(command: string): Promise<void> {
    await this.inPalette(command, () => this.pick(command));
  }

  /** Whether the palette offers a command now; `when` clauses decide. */
  async offers(command: string): Promise<boolean> {
    const labels = await this.inPalette(command, async () => {
      const rows = this.widget.locator('.quick-input-list .monaco-list-row');
      await rows.first().waitFor();
      return rows.allInnerTexts();
    });
    await this.page.keyboard.press('Escape');
    return labels.some((label) => label.includes(command));
  }

  private inPalette<T>(command: string, work: () => Promise<T>): Promise<T> {
    return this.within(
      () => this.page.keyboard.press('F1'),
      async () => {
        await this.fill(`>${command}`);
        return work();
      },
    );
  }

  /** Waits for a quick pick or an input box with this title or placeholder. */
  async waitFor(text: string | RegExp): Promise<void> {
    const title = this.widget.locator('.quick-input-title').filter({ hasText: text });
    const placeholder =
      typeof text === 'string' ? this.widget.getByPlaceholder(text) : this.page.getByPlaceholder(text);
    await title.or(placeholder).first().waitFor();
  }

  async waitForRow(text: string | RegExp): Promise<void> {
    await this.row(text).waitFor();
  }

  /** What the rows say to a screen reader: label, description and detail. */
  async rows(): Promise<string[]> {
    const rows = this.widget.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((elements) => elements.map((it) => it.getAttribute('aria-label') ?? ''));
  }

  async filter(text: string): Promise<void> {
    await this.field.fill(text);
  }

  /** Picks the row that holds this text. */
  async pick(text: string | RegExp): Promise<void> {
    await this.row(text).click();
  }

  /** Ticks every row of a pick of several. */
  async tickAll(): Promise<void> {
    const rows = this.widget.locator('.quick-input-list .monaco-list-row');
    for (let index = 0; index < (await rows.count()); index++) await rows.nth(index).click();
  }

  /** Types into an input box. */
  async fill(text: string): Promise<void> {
    await this.field.fill(text);
  }

  /** The validation message below the field; waits until it holds the text. */
  async waitForMessage(text: string | RegExp): Promise<void> {
    await this.widget.locator('.quick-input-message').filter({ hasText: text }).waitFor();
  }

  async accept(): Promise<void> {
    await this.field.press('Enter');
  }

  async cancel(): Promise<void> {
    await this.field.press('Escape');
    await this.waitUntilClosed();
  }

  async waitUntilClosed(): Promise<void> {
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }
}
