import { HumanError } from '../errors.ts';
import { isPass, type Attempt } from '../katas/attempts/attempt.ts';
import type { AttemptStore } from '../katas/attempts/store.ts';
import { findKataFolders, readKataFolder, type KataFolder } from '../katas/folder/find.ts';
import { resetKata, undoChange, type FolderChange } from '../katas/folder/lifecycle.ts';
import { markerName, printMarker, type KataMarker } from '../katas/folder/marker.ts';
import { hashEach, scaffoldKata, shippedFiles } from '../katas/folder/scaffold.ts';
import type { Kata, Language } from '../model/kata.ts';
import { joinNames } from '../katas/names.ts';
import type { Folder } from '../ports.ts';
import type { ProgressEvent, RecallStarted } from '../model/event.ts';
import type { ProgressStore } from '../progress/store.ts';
import { Ratings } from './rating.ts';

export interface ReviewHost {
  readonly kata: Kata;
  /** The kata's own files, `katas/exercises/<id>`. */
  readonly content: Folder;
  /** The workspace folder. */
  readonly workspace: Folder;
  readonly attempts: AttemptStore;
  readonly progress: ProgressStore;
  readonly now: number;
  /** A fresh uuid. */
  newId(): string;
}

/**
 * Begins a review: the kata's folder holds the starter again, under a new `instance`, so that the earlier attempts and
 * the solution are out of sight until it passes. What stood there is kept first, and comes back with `stopReview`.
 * Where the folder is gone, a fresh one is made.
 *
 * @returns the folder, relative to the workspace.
 */
export async function startReview(
  host: ReviewHost,
  { language, folderName }: { language: Language; folderName: string },
): Promise<string> {
  const { kata, progress } = host;
  const known = progress.state.katas.get(kata.manifest.id);
  if (known?.recall) {
    throw new HumanError(`A review of “${kata.manifest.title}” is under way already.`, {
      next: 'Go on with it, or stop it first.',
    });
  }
  const present = await findFolder(host, language, known?.folder);
  const name = present ? await startOver(host, present) : await scaffold(host, language, folderName);
  await progress.append([{ type: 'recall.started', kata: kata.manifest.id, language, ...(name && { folder: name }) }]);
  return name;
}

/**
 * Ends a review that did not pass. What stood in the folder before it comes back; `forgotten` rates it "again", so that
 * it returns soon, otherwise it is as if the review had not begun.
 */
export async function stopReview(host: ReviewHost, { forgotten }: { forgotten: boolean }): Promise<void> {
  const { kata, progress } = host;
  await progress.refresh();
  const started = latestStart(progress.events, kata.manifest.id);
  if (!progress.state.katas.get(kata.manifest.id)?.recall || !started) {
    throw new HumanError(`No review of “${kata.manifest.title}” is under way.`, { next: 'There is nothing to stop.' });
  }
  const folder = await findFolder(host, started.language, started.folder);
  if (folder) await bringBack(host, folder);
  await progress.append([
    forgotten
      ? { type: 'recall.rated', kata: kata.manifest.id, rating: Ratings.again }
      : { type: 'revoke', hashes: [started.h], reason: 'review stopped' },
  ]);
}

/** The attempts a person may look at: earlier ones too, but not while a review of the kata is under way. */
export async function visibleAttempts(
  attempts: AttemptStore,
  marker: KataMarker,
  { isInReview }: { isInReview: boolean },
): Promise<Attempt[]> {
  const instances = isInReview ? [marker.instance] : [...(marker.earlier ?? []), marker.instance];
  const lists = await Promise.all(instances.map((instance) => attempts.list(instance)));
  return lists.flat().sort((a, b) => a.at - b.at);
}

async function findFolder(
  { kata, workspace }: ReviewHost,
  language: string,
  folder: string | undefined,
): Promise<KataFolder | undefined> {
  const isIt = ({ marker }: KataFolder) => marker.kata === kata.manifest.id && marker.language === language;
  const named = folder === undefined ? undefined : await readKataFolder(workspace, folder).catch(() => undefined);
  if (named && isIt(named)) return named;
  return (await findKataFolders(workspace)).find(isIt);
}

async function startOver(host: ReviewHost, folder: KataFolder): Promise<string> {
  const { kata, content, workspace, newId } = host;
  await resetKata(changeOf(host, folder));
  const { language } = folder.marker;
  const shipped = await shippedFiles(kata, language, content);
  for (const [name, text] of Object.entries(shipped)) await workspace.write(joinNames(folder.name, name), text);
  const { earlier = [], instance } = folder.marker;
  await writeMarker(host, folder.name, {
    kata: kata.manifest.id,
    version: kata.manifest.version,
    language,
    instance: newId(),
    shipped: await hashEach(shipped),
    earlier: [...earlier, instance],
  });
  return folder.name;
}

async function scaffold(host: ReviewHost, language: Language, folderName: string): Promise<string> {
  const { kata, content, workspace, newId } = host;
  await scaffoldKata({ kata, language, content, target: workspace, folderName, instance: newId() });
  return folderName;
}

/** The files of the instance before, and its name. */
async function bringBack(host: ReviewHost, folder: KataFolder): Promise<void> {
  const before = folder.marker.earlier?.at(-1);
  if (before === undefined) return;
  const kept = await host.attempts.list(before);
  const files = kept.findLast(({ kind }) => kind === 'snapshot') ?? kept.findLast(isPass);
  if (files) await undoChange(changeOf(host, folder), files);
  await writeMarker(host, folder.name, {
    ...folder.marker,
    instance: before,
    earlier: folder.marker.earlier!.slice(0, -1),
  });
}

function changeOf({ kata, content, workspace, attempts, now, newId }: ReviewHost, folder: KataFolder): FolderChange {
  return { kata, content, workspace, folder, attempts, stage: kata.manifest.stages[0]!.id, now, id: newId() };
}

function writeMarker({ workspace }: ReviewHost, folder: string, marker: KataMarker): Promise<void> {
  return workspace.write(joinNames(folder, markerName), printMarker(marker));
}

function latestStart(events: readonly ProgressEvent[], kata: string) {
  return events.findLast(
    (event): event is ProgressEvent & RecallStarted =>
      event.type === 'recall.started' && (event as ProgressEvent & RecallStarted).kata === kata,
  );
}
