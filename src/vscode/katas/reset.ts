import { window } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import {
  describeUpdate,
  resetKata,
  restoreTests,
  undoChange,
  updateKataFolder,
} from '../../core/katas/folder/lifecycle.ts';
import type { Attempt } from '../../core/katas/attempts/attempt.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import { toChange, type KataServices } from './change.ts';

/** Puts the starter back after keeping what is there. No question asked: it can be undone, at once or much later. */
export async function reset(services: KataServices, started: StartedKata): Promise<void> {
  const kept = await resetKata(await toChange(services, started));
  await offerUndo(services, started, kept, `“${started.kata.manifest.title}” starts over. Your files are kept.`);
}

export async function restoreShippedTests(services: KataServices, started: StartedKata): Promise<void> {
  const kept = await restoreTests(await toChange(services, started));
  if (kept) await offerUndo(services, started, kept, 'The shipped tests are back. Your edited copies are kept.');
  else void window.showInformationMessage('Your copies of the tests are the shipped ones; nothing was changed.');
}

/** Takes back the last reset, restore or update, whenever it was. */
export async function undoLastChange(services: KataServices, started: StartedKata): Promise<void> {
  const last = (await services.attempts.list(started.marker.instance)).findLast(({ kind }) => kind === 'snapshot');
  if (!last) {
    throw new HumanError('There is nothing to undo in this kata.', {
      next: 'Resets and restored tests can be undone; edits are in the editor’s own history.',
    });
  }
  await undo(services, started, last);
}

export async function update(services: KataServices, started: StartedKata): Promise<void> {
  const { kata, marker } = started;
  if (marker.version >= kata.manifest.version) {
    void window.showInformationMessage(`“${kata.manifest.title}” is at its newest version.`);
    return;
  }
  const updates = await updateKataFolder(await toChange(services, started));
  void window.showInformationMessage(describeUpdate(kata, updates));
}

async function offerUndo(services: KataServices, started: StartedKata, kept: Attempt, message: string): Promise<void> {
  const choice = await window.showInformationMessage(message, 'Undo');
  if (choice) await undo(services, started, kept);
}

async function undo(services: KataServices, started: StartedKata, kept: Attempt): Promise<void> {
  await undoChange(await toChange(services, started), kept);
  void window.showInformationMessage('Your files are back as they were.');
}
