import type { Locator, Page } from 'playwright-core';

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

  /** Runs a command by its whole title, as in `Katapath: Start Kata…`. */
  async run(command: string): Promise<void> {
    for (let presses = 0; presses < 6; presses++) {
      await this.page.keyboard.press('F1');
      try {
        await this.field.fill(`>${command}`, { timeout: 5_000 });
        await this.row(command).click({ timeout: 10_000 });
        return;
      } catch {
        // Something that opened just now took the focus, or the command was not there yet: a person presses the key again.
        await this.page.keyboard.press('Escape');
      }
    }
    throw new Error(`the command palette never offered "${command}"`);
  }

  /** Whether the palette offers a command now; `when` clauses decide. */
  async offers(command: string): Promise<boolean> {
    await this.page.keyboard.press('F1');
    await this.field.fill(`>${command}`);
    const rows = this.widget.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    const labels = await rows.allInnerTexts();
    await this.page.keyboard.press('Escape');
    return labels.some((label) => label.includes(command));
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
    await this.page.keyboard.press('Enter');
  }

  async cancel(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }
}
