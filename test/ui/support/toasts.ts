import type { Locator, Page } from 'playwright-core';

/** The messages in the corner. They show only in a window without the test driver, as these are. */
export class Toasts {
  constructor(private readonly page: Page) {}

  private toast(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  async waitFor(text: string | RegExp): Promise<void> {
    await this.toast(text).waitFor();
  }

  /** The messages now shown. */
  texts(): Promise<string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allTextContents();
  }

  /** Presses a button of the message that holds this text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).locator('.monaco-button').filter({ hasText: button }).first().click();
  }

  async dismissAll(): Promise<void> {
    while ((await this.page.locator('.notification-toast').count()) > 0) {
      const toast = this.page.locator('.notification-toast').first();
      await toast.hover();
      await toast.locator('.codicon-notifications-clear').click();
      await this.page.waitForTimeout(50);
    }
  }
}
