import { HumanError } from '../../errors.ts';
import type { Folder } from '../../ports.ts';
import type { Attempt, SnapshotReason } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/store.ts';
import { readStart, readTests, requireTrack } from '../content.ts';
import type { Files } from '../../runs/runner.ts';
import { hashText, withPlainEndings } from '../hash.ts';
import type { Kata } from '../../model/kata.ts';
import { joinNames } from '../names.ts';
import { lookUp } from '../../lookUp.ts';
import type { KataFolder } from './find.ts';
import { markerName, printMarker } from './marker.ts';
import { hashEach, shippedFiles } from './scaffold.ts';

/** What every change of a learner's folder needs: whose folder, where the originals are, and where copies go first. */
export interface FolderChange {
  readonly kata: Kata;
  readonly content: Folder;
  readonly workspace: Folder;
  readonly folder: KataFolder;
  readonly attempts: AttemptStore;
  /** The stage the learner is at. */
  readonly stage: string;
  readonly now: number;
  /** A fresh uuid for the safety copy. */
  readonly id: string;
}

/** The kata's folder was moved or deleted while it was about to change. Nothing was written. */
export class KataFolderGone extends HumanError {
  constructor(title: string) {
    super(`The folder of “${title}” was moved or deleted meanwhile, so nothing was changed in it.`, {
      next: 'Do it again where the kata is now.',
    });
  }
}

/**
 * Puts the starter back. The learner's files are kept as a snapshot first; `undoChange` brings them back.
 *
 * @throws KataFolderGone as every change of this file does.
 */
export async function resetKata(change: FolderChange): Promise<Attempt> {
  const start = await readStart(change.kata, change.folder.marker.language, change.content);
  return replaceFiles(change, start, 'reset');
}

/** How one visible test file differs from the pristine one. */
export interface TestCopy {
  readonly name: string;
  readonly state: 'same' | 'changed' | 'missing';
  /** The pristine text, to compare with. */
  readonly shipped: string;
}

/** The learner's copies of the tests. Edited ones still run as "my tests", but never grade. */
export async function compareTests(
  change: Pick<FolderChange, 'kata' | 'content' | 'workspace' | 'folder'>,
): Promise<TestCopy[]> {
  const { kata, content, workspace, folder } = change;
  const tests = await readTests(kata, folder.marker.language, content);
  return Promise.all(
    Object.entries(tests).map(async ([name, shipped]) => {
      const text = await workspace.read(joinNames(folder.name, name));
      const same = text !== undefined && withPlainEndings(text) === withPlainEndings(shipped);
      return { name, state: text === undefined ? 'missing' : same ? 'same' : 'changed', shipped } as const;
    }),
  );
}

/** Puts the pristine tests back; edited ones are kept as a snapshot first. Undefined when nothing differed. */
export async function restoreTests(change: FolderChange): Promise<Attempt | undefined> {
  const differing = (await compareTests(change)).filter(({ state }) => state !== 'same');
  if (differing.length === 0) return undefined;
  return replaceFiles(
    change,
    Object.fromEntries(differing.map(({ name, shipped }) => [name, shipped])),
    'restore-tests',
  );
}

/** Brings an attempt's files back, after keeping what stands there now; so an undo can be undone as well. */
export async function undoChange(
  change: FolderChange,
  attempt: Attempt,
  reason: SnapshotReason = 'undo',
): Promise<Attempt> {
  return replaceFiles(change, await change.attempts.readFiles(attempt), reason);
}

/** One file of an update. `kept`: ours changed too, but the learner's own work stays. */
export interface FileUpdate {
  readonly name: string;
  readonly change: 'added' | 'replaced' | 'removed' | 'kept';
}

/**
 * Brings a folder to the kata's present version. The learner's files are never written over; tests and brief are
 * replaced, after a snapshot where the learner had edited them.
 */
export async function updateKataFolder(change: FolderChange): Promise<readonly FileUpdate[]> {
  const { kata, content, workspace, folder } = change;
  const fresh = await shippedFiles(kata, folder.marker.language, content);
  const freshHashes = await hashEach(fresh);
  const own = new Set(requireTrack(kata, folder.marker.language).files);
  const updates: FileUpdate[] = [];
  for (const name of Object.keys({ ...folder.marker.shipped, ...fresh })) {
    const before = lookUp(folder.marker.shipped, name);
    const after = lookUp(freshHashes, name);
    const text = await workspace.read(joinNames(folder.name, name));
    const present = text === undefined ? undefined : await hashText(withPlainEndings(text));
    if (before === after || present === after) continue;
    const isTheirs = present !== undefined && present !== before && (own.has(name) || before === undefined);
    if (isTheirs || (after === undefined && present !== before)) updates.push({ name, change: 'kept' });
    else if (after === undefined) updates.push({ name, change: 'removed' });
    else updates.push({ name, change: before === undefined ? 'added' : 'replaced' });
  }
  const written = updates.filter(({ change: kind }) => kind === 'added' || kind === 'replaced').map(({ name }) => name);
  await replaceFiles(change, Object.fromEntries(written.map((name) => [name, fresh[name]!])), 'update');
  for (const { name, change: kind } of updates)
    if (kind === 'removed') await workspace.remove(joinNames(folder.name, name));
  const marker = { ...folder.marker, version: kata.manifest.version, shipped: freshHashes };
  await workspace.write(joinNames(folder.name, markerName), printMarker(marker));
  return updates;
}

/** What an update did, for a person. */
export function describeUpdate(kata: Kata, updates: readonly FileUpdate[]): string {
  const names = (kind: FileUpdate['change']) =>
    updates
      .filter(({ change }) => change === kind)
      .map(({ name }) => name)
      .join(', ');
  const parts = [
    names('added') && `New: ${names('added')}.`,
    names('replaced') && `Updated: ${names('replaced')}.`,
    names('removed') && `Removed: ${names('removed')}.`,
    names('kept') && `Yours, left as it is: ${names('kept')}.`,
  ].filter(Boolean);
  const head = `“${kata.manifest.title}” is now at version ${kata.manifest.version}.`;
  return [head, ...(parts.length ? parts : ['No file had to change.'])].join(' ');
}

/** Keeps the texts that stand where `files` go, and the learner's own files with them, then writes what differs. */
async function replaceFiles(change: FolderChange, files: Files, reason: SnapshotReason): Promise<Attempt> {
  const { kata, workspace, folder, attempts, stage, now, id } = change;
  const { marker } = folder;
  const names = new Set([...requireTrack(kata, marker.language).files, ...Object.keys(files)]);
  const present: Record<string, string> = {};
  for (const name of names) {
    const text = await workspace.read(joinNames(folder.name, name));
    if (text !== undefined) present[name] = text;
  }
  // After the reading: a text that is missing because the folder has just been moved would be written to the old place.
  if ((await workspace.read(joinNames(folder.name, markerName))) === undefined)
    throw new KataFolderGone(kata.manifest.title);
  const about = { kata: marker.kata, version: marker.version, language: marker.language, instance: marker.instance };
  const snapshot = await attempts.record(
    { kind: 'snapshot', reason, ...about, stage, at: now },
    { id, files: present },
  );
  for (const [name, text] of Object.entries(files))
    if (present[name] !== text) await workspace.write(joinNames(folder.name, name), text);
  return snapshot;
}
