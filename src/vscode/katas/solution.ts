import { commands, Uri, window } from 'vscode';
import { openSolution } from '../../core/katas/guidance/solution.ts';
import type { SolutionLock } from '../../core/katas/guidance/unlock.ts';
import type { Files } from '../../core/runs/runner.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { kataPage } from '../shared/pages.ts';
import { contentOf, stageOf } from './change.ts';
import { showDiff } from './showDiff.ts';

/** The reference beside the learner's own file, as a diff; open after a pass or honest tries, and recorded. */
export async function showSolution(services: Services, started: StartedKata): Promise<void> {
  const { kata, uri } = started;
  const reference = await openReference(services, started);
  if (!reference.lock.open) {
    const choice = await window.showInformationMessage(reference.lock.message, 'Show a Hint');
    if (choice) await commands.executeCommand('katapath.showHint', uri);
    return;
  }
  for (const [name, page] of Object.entries(await revealReference(services, started, reference)))
    await showDiff(Uri.joinPath(uri, name), page, `${name}: yours ↔ reference`);
  if (kata.files.includes('debrief.md')) {
    await commands.executeCommand('markdown.showPreviewToSide', kataPage(kata.manifest.id, 'debrief.md'));
  }
}

/** The learner's files as the reference has them; none while it is locked. */
export interface Reference {
  readonly stage: string;
  readonly lock: SolutionLock;
  readonly files: Files;
}

export async function openReference(services: Services, started: StartedKata): Promise<Reference> {
  const { kata, marker } = started;
  const stage = await stageToShow(services, started);
  const attempts = await services.attempts.list(marker.instance);
  const request = { kata, language: marker.language, stage, content: contentOf(services, started), attempts };
  return { stage, ...(await openSolution(request)) };
}

/** Records that the reference was looked at, and gives its files as pages, by name. */
export async function revealReference(
  { progress, pages }: Services,
  { kata, marker }: StartedKata,
  { stage, files }: Reference,
): Promise<Readonly<Record<string, Uri>>> {
  const { id } = kata.manifest;
  await progress.append([{ type: 'solution.revealed', kata: id, stage, language: marker.language }]);
  return pages.putAll(`/solutions/${id}/${stage}`, files);
}

/** The latest passed stage, else the one the learner is at: nobody wants the reference of what they have not begun. */
async function stageToShow(services: Services, started: StartedKata): Promise<string> {
  const passed = await services.grading.passedIn(started);
  return started.kata.manifest.stages.findLast(({ id }) => passed.has(id))?.id ?? (await stageOf(services, started)).id;
}
