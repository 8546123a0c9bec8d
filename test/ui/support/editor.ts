import type { Locator, Page } from 'playwright-core';
import { escape } from './escape.ts';
import type { QuickInput } from './quickInput.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The active text editor, worked by keys and mouse as a person does. */
export class Editor {
  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {}

  /** The group of tabs that has the focus, or had it last: others show files, too. */
  private get group(): Locator {
    return this.page.locator('.editor-group-container.active');
  }

  private get lines(): Locator {
    return this.group
      .locator('.editor-instance .monaco-editor:not(.peekview-widget .monaco-editor) .view-lines')
      .first();
  }

  /** Opens a file of the workspace by its name or the end of its path. */
  async open(file: string): Promise<void> {
    const [name = '', folder] = file.split('/').reverse();
    // Among files that were open before there may be one of this name that has moved.
    const wanted = folder === undefined ? name : new RegExp(`${escape(name)}.*${escape(folder)}`);
    const tab = this.group.locator(`.tab.active[data-resource-name="${name}"]`).first();
    await this.quickInput.within(
      async () => {
        // A file opens where the focus is, and that may be beside a preview.
        await this.page.keyboard.press('ControlOrMeta+1');
        await this.page.keyboard.press('ControlOrMeta+p');
      },
      async () => {
        await this.quickInput.fill(file);
        await this.quickInput.pick(wanted);
        // Or the list changed its order under the mouse, and another file is open.
        await tab.waitFor();
      },
    );
    await this.lines.waitFor();
  }

  /** Waits until a tab with this name is the active one. */
  async waitForTab(name: string | RegExp): Promise<void> {
    await this.page.locator('.tabs-container .tab.active').filter({ hasText: name }).first().waitFor();
  }

  /** The names of the open tabs. */
  tabs(): Promise<string[]> {
    return this.page
      .locator('.tabs-container .tab')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-resource-name') ?? tab.textContent ?? ''));
  }

  /** Puts the cursor there; both count from 1. */
  async moveTo(line: number, column = 1): Promise<void> {
    await this.quickInput.within(
      () => this.page.keyboard.press('ControlOrMeta+g'),
      async () => {
        await this.quickInput.fill(`:${line}:${column}`);
        await this.quickInput.accept();
      },
    );
    await this.quickInput.waitUntilClosed();
  }

  /** Types at the cursor, key by key: suggestions and closing brackets included. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts text at the cursor in one go, as a paste does: nothing is closed or indented on the way. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Selects all and puts this text in its place. */
  async replaceAll(text: string): Promise<void> {
    // A page that has just opened beside the file has the focus.
    if ((await this.lines.count()) === 0) await this.page.keyboard.press('ControlOrMeta+1');
    await this.lines.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
    await this.group.locator('.tab.active:not(.dirty)').first().waitFor();
  }

  /** The text on the visible lines. */
  async visibleText(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-line').evaluateAll((elements) =>
      elements
        .map((it) => ({ top: it.getBoundingClientRect().top, text: it.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map((it) => it.text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  async waitForText(text: string | RegExp): Promise<void> {
    await this.page.locator('.editor-instance .view-line').filter({ hasText: text }).first().waitFor();
  }

  /** Waits for an underline of this severity. */
  async waitForSquiggle(severity: Severity): Promise<void> {
    await this.page.locator(`.editor-instance .squiggly-${severity}`).first().waitFor();
  }

  async waitForNoSquiggle(severity: Severity): Promise<void> {
    await this.page.locator(`.editor-instance .squiggly-${severity}`).first().waitFor({ state: 'detached' });
  }

  /** What the hover says at a place. */
  async hover(line: number, column: number): Promise<string> {
    await this.moveTo(line, column);
    await this.quickInput.run('Show or Focus Hover');
    const hover = this.page.locator('.monaco-hover:visible .hover-contents');
    await hover.first().waitFor();
    return (await hover.allInnerTexts()).join('\n');
  }

  /** The titles the light bulb offers at the cursor. */
  async quickFixes(): Promise<string[]> {
    await this.page.keyboard.press('ControlOrMeta+.');
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    const titles = await rows.allInnerTexts();
    await this.page.keyboard.press('Escape');
    return titles.map((title) => title.trim());
  }

  /** Applies the quick fix with this title at the cursor, and waits until the text has changed. */
  async applyQuickFix(title: string): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    for (let tries = 0; tries < 3; tries++) {
      await this.page.keyboard.press('ControlOrMeta+.');
      if (
        await row.waitFor({ timeout: 8000 }).then(
          () => true,
          () => false,
        )
      ) {
        await row.click();
        return this.page.locator('.tabs-container .tab.active.dirty').first().waitFor();
      }
      // The key met an editor that was not ready for it: a person presses it again.
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`no quick fix says ${title}`);
  }

  /** The suggestions at the cursor. */
  async suggestions(): Promise<string[]> {
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((elements) => elements.map((it) => it.getAttribute('aria-label') ?? ''));
  }

  /** The code lenses now shown. */
  lenses(): Promise<string[]> {
    return this.page.locator('.editor-instance .codelens-decoration a').allTextContents();
  }

  async pressLens(text: string | RegExp): Promise<void> {
    await this.page.locator('.editor-instance .codelens-decoration a').filter({ hasText: text }).first().click();
  }

  async closeAll(): Promise<void> {
    await this.quickInput.run('View: Close All Editors');
  }
}
