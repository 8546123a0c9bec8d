import { commands, Disposable, window, workspace, type WorkspaceFolder } from 'vscode';
import { findKata } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import type { ListedKata } from '../../core/model/kata.ts';
import { startReview, stopReview, type ReviewHost } from '../../core/recall/reviewFolder.ts';
import { scheduledReviews } from '../../core/recall/schedule.ts';
import { askToPick } from '../shared/ask.ts';
import { requireTrust } from '../shared/commands.ts';
import type { Services } from '../services.ts';
import { uriFolder } from '../shared/uriFolder.ts';

/** A row that knows its kata: one that is due, or an item of a path. */
type ReviewArgument = { readonly kata?: string; readonly item?: { readonly kata?: string } } | undefined;

/** Commands for solved katas that come back. */
export function registerReviews(services: Services): Disposable {
  const { registerCommand } = services;
  return Disposable.from(
    registerCommand('katapath.startReview', (row: ReviewArgument) => start(services, row)),
    registerCommand('katapath.stopReview', (row: ReviewArgument) => stop(services, row)),
    registerCommand('katapath.muteReviews', (row: ReviewArgument) => mute(services, row)),
  );
}

/** A review that is under way is gone on with; otherwise the starter is put back and the kata opens. */
async function start(services: Services, row: ReviewArgument): Promise<void> {
  requireTrust('starts reviews');
  const kata = await chooseReview(services, row, 'Start Review', () => true);
  if (!kata) return;
  const { id, title } = kata.manifest;
  if (!services.progress.state.katas.get(id)?.recall) {
    const review = scheduledReviews(services.catalog, services.progress.state, Date.now()).find(
      (each) => each.kata === id,
    );
    if (!review)
      throw new HumanError(`“${title}” is not solved yet, or is left out of reviews.`, { next: 'Solve it first.' });
    const folder = await folderOf(services, kata);
    const parent = workspace
      .getConfiguration('katapath', folder)
      .get('katas.folder', 'katas')
      .replace(/^\/+|\/+$/g, '');
    await startReview(await hostOf(services, kata, folder), {
      language: review.language,
      folderName: `${parent || 'katas'}/${id}`,
    });
    services.katas.refresh();
  }
  await commands.executeCommand('katapath.openKata', id);
}

/** What stood in the folder comes back; the person says whether it was forgotten or merely put off. */
async function stop(services: Services, row: ReviewArgument): Promise<void> {
  requireTrust('changes files of a kata');
  const isUnderWay = (id: string) => services.progress.state.katas.get(id)?.recall !== undefined;
  const kata = await chooseReview(services, row, 'Stop Review', isUnderWay);
  if (!kata) return;
  const answers = [
    { label: 'Put it off', description: 'as if it had not begun', forgotten: false },
    { label: 'I forgot it', description: 'it comes back soon', forgotten: true },
  ];
  const answer = await askToPick(answers, {
    title: `Stop the review of “${kata.manifest.title}”`,
    placeHolder: 'Your earlier answer comes back. How should the review count?',
  });
  if (!answer) return;
  const host = await hostOf(services, kata, await folderOf(services, kata));
  await stopReview(host, { forgotten: answer.forgotten });
  services.katas.refresh();
}

async function mute(services: Services, row: ReviewArgument): Promise<void> {
  const kata = await chooseReview(services, row, 'No More Reviews', () => true);
  if (!kata) return;
  const event = { type: 'recall.muted' as const, kata: kata.manifest.id };
  await services.progress.append([{ ...event, muted: true }]);
  const choice = await window.showInformationMessage(`“${kata.manifest.title}” does not come back any more.`, 'Undo');
  if (choice) await services.progress.append([{ ...event, muted: false }]);
}

async function chooseReview(
  { catalog, progress }: Services,
  row: ReviewArgument,
  title: string,
  fits: (kata: string) => boolean,
): Promise<ListedKata | undefined> {
  const named = row?.kata ?? row?.item?.kata;
  if (named !== undefined) return findKata(catalog, named);
  const rows = scheduledReviews(catalog, progress.state, Date.now())
    .filter(({ kata }) => fits(kata))
    .map((review) => ({ label: review.title, description: review.words, kata: review.kata }));
  if (rows.length === 0)
    throw new HumanError('There is no review for that.', { next: 'A kata comes back some days after you solved it.' });
  const chosen = await askToPick(rows, { title });
  return chosen && findKata(catalog, chosen.kata);
}

/** The workspace folder that holds the kata, else the first. */
async function folderOf({ katas }: Services, kata: ListedKata): Promise<WorkspaceFolder> {
  const [started] = await katas.lookFor(({ marker }) => marker.kata === kata.manifest.id);
  const folder = started?.workspaceFolder ?? workspace.workspaceFolders?.[0];
  if (folder) return folder;
  throw new HumanError('A review is written into a folder, and none is open.', { next: 'Open one, then start again.' });
}

async function hostOf(
  { shelf, attempts, progress, newId }: Services,
  { manifest: { id } }: ListedKata,
  folder: WorkspaceFolder,
): Promise<ReviewHost> {
  return {
    kata: await shelf.open(id),
    content: shelf.contentOf(id),
    workspace: uriFolder(folder.uri),
    attempts,
    progress,
    now: Date.now(),
    newId,
  };
}
