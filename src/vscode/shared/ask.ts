import { window, type InputBoxOptions, type QuickPickItem, type QuickPickOptions, type WorkspaceFolder } from 'vscode';
import { toOneLine } from '../../core/text/visible.ts';

/**
 * Every question of the extension in the box at the top of the window. It stays until it is answered or Escape is
 * pressed: a learner has the brief open beside, and a webview takes the focus back some milliseconds after the palette
 * has closed, which would close a question that came up in between.
 */
const stays = { ignoreFocusOut: true } as const;

/** The row that was picked, or a copy with the same properties; undefined after Escape. */
export function askToPick<T extends QuickPickItem>(
  rows: readonly T[],
  options: QuickPickOptions,
): Thenable<T | undefined> {
  return window.showQuickPick(rows.map(speakPlainly), { ...options, ...stays });
}

/** The rows that were ticked; undefined after Escape. */
export function askToPickSome<T extends QuickPickItem>(
  rows: readonly T[],
  options: QuickPickOptions,
): Thenable<T[] | undefined> {
  return window.showQuickPick(rows.map(speakPlainly), { ...options, ...stays, canPickMany: true });
}

/** Titles and names come from the workspace: nothing in a row may hide, or turn the words of another. */
function speakPlainly<T extends QuickPickItem>(row: T): T {
  const { label, description, detail } = row;
  return {
    ...row,
    label: toOneLine(label),
    ...(description !== undefined && { description: toOneLine(description) }),
    ...(detail !== undefined && { detail: toOneLine(detail) }),
  };
}

/** What was typed; undefined after Escape. */
export function askForText(options: InputBoxOptions): Thenable<string | undefined> {
  return window.showInputBox({ ...options, ...stays });
}

/** One of the folders of the workspace; undefined after Escape. */
export function askForFolder(placeHolder: string): Thenable<WorkspaceFolder | undefined> {
  return window.showWorkspaceFolderPick({ placeHolder, ...stays });
}
