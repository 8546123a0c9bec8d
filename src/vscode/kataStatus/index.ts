import { Disposable } from 'vscode';
import type { Services } from '../services.ts';
import { showCodeLens } from './codeLens.ts';
import { announceCompletion } from './completion.ts';
import { showTestCopyLens } from './testCopyLens.ts';
import { showStatusBar } from './statusBar.ts';

/** What a kata's last verdict looks like outside the Testing view. */
export function registerKataStatus(services: Services): Disposable {
  return Disposable.from(
    showStatusBar(services),
    showCodeLens(services),
    showTestCopyLens(services),
    announceCompletion(services),
  );
}
