import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import type { QuickInput } from './quickInput.ts';

/** The Testing view. */
export class Testing {
  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {}

  private get list(): Locator {
    return this.page.locator('.test-explorer .monaco-list-row');
  }

  row(text: string | RegExp): Locator {
    return this.list.filter({ hasText: text }).first();
  }

  async show(): Promise<void> {
    await this.quickInput.run('Testing: Focus on Test Explorer View');
    await this.page.locator('.test-explorer').waitFor();
  }

  /** What the rows show and say, as in "adds numbers | adds numbers (Failed)": of a row with a description VS Code reads only that. */
  rows(): Promise<string[]> {
    return this.list.evaluateAll((rows) =>
      rows.map((row) => `${row.textContent ?? ''} | ${row.getAttribute('aria-label') ?? ''}`),
    );
  }

  /** Waits for a row whose name and state match, as in /sorted pairs.*Passed/. */
  async waitFor(spoken: RegExp): Promise<void> {
    // Its rows are only there while the view is.
    if (!(await this.page.locator('.test-explorer').isVisible())) await this.show();
    await eventually(async () => {
      const rows = await this.rows();
      if (!rows.some((row) => spoken.test(row))) throw new Error(`no test says ${spoken}: ${JSON.stringify(rows)}`);
    });
  }

  async expand(text: string | RegExp): Promise<void> {
    const row = this.row(text);
    // A click opens a closed row and closes an open one; one that falls between two drawings of the tree does neither.
    for (let presses = 0; presses < 10; presses++) {
      if ((await row.getAttribute('aria-expanded')) === 'true') return;
      await row.click();
      await eventually(async () => {
        if ((await row.getAttribute('aria-expanded')) !== 'true') throw new Error(`"${text}" stays closed`);
      }, 3_000).catch(() => undefined);
    }
    throw new Error(`"${text}" stays closed`);
  }

  async runAll(): Promise<void> {
    await this.quickInput.run('Test: Run All Tests');
  }

  /** Presses the run button of one row. */
  async run(text: string | RegExp): Promise<void> {
    const row = this.row(text);
    await row.hover();
    await row.locator('a[aria-label="Run Test"]').click();
  }
}
