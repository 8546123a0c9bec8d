import { commands, Uri } from 'vscode';
import { rulePage } from '../shared/pages.ts';

/** What a click on a rule's code does: a `command:` address, so that the page opens rendered. */
export function ruleLink(code: string): Uri {
  return Uri.parse(`command:katapath.openRule?${encodeURIComponent(JSON.stringify([code]))}`);
}

export async function openRule(code: unknown): Promise<void> {
  if (typeof code !== 'string' || !/^KP\d{3}$/.test(code)) return;
  // Beside the document, and locked: an ordinary preview would turn to the next file that is clicked.
  await commands.executeCommand('markdown.showLockedPreviewToSide', rulePage(code));
}
