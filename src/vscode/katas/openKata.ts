import { commands, Uri, ViewColumn, window } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import { kataPage } from '../shared/pages.ts';
import { lookUp } from '../../core/lookUp.ts';

/** Opens the file the learner works in. */
export async function openKataFile({ kata, marker, uri }: StartedKata): Promise<void> {
  const track = lookUp(kata.manifest.tracks, marker.language);
  const file = track?.files[0];
  if (!file) return;
  try {
    await window.showTextDocument(Uri.joinPath(uri, file), { viewColumn: ViewColumn.One, preview: false });
  } catch {
    throw new HumanError(`“${file}” of “${kata.manifest.title}” cannot be opened.`, {
      next: 'It may have been renamed or deleted: name it as the brief says, or reset the kata.',
    });
  }
}

/** Opens the brief, rendered, beside the file. */
export async function openBrief(started: StartedKata): Promise<void> {
  const { kata, uri } = started;
  const brief = Uri.joinPath(uri, 'README.md');
  try {
    const command = isWritten(started) ? 'markdown.showLockedPreviewToSide' : 'markdown.showPreviewToSide';
    await commands.executeCommand(command, brief);
  } catch {
    throw new HumanError(`The brief of “${kata.manifest.title}” cannot be opened.`, {
      next: 'Restore README.md by resetting the kata.',
    });
  }
}

/** Whether the learner writes Markdown: a preview would then leave what it shows for their document, unless it is locked. */
export function isWritten({ kata, marker }: StartedKata): boolean {
  return lookUp(kata.manifest.tracks, marker.language)?.files.some((name) => name.endsWith('.md')) ?? false;
}

/** The brief of a kata that is not started: as it is shipped, and nothing is written for it. */
export async function openShippedBrief(id: string): Promise<void> {
  await commands.executeCommand('markdown.showPreview', kataPage(id, 'README.md'));
}
