import { commands, Uri, window } from 'vscode';
import { openSolution } from '../../core/katas/guidance/solution.ts';
import type { StartedKata } from '../kataLibrary.ts';
import type { Pages } from '../pages.ts';
import type { Services } from '../services.ts';
import { contentOf, stageOf } from './change.ts';

/** The reference beside the learner's own file, as a diff; open after a pass or honest tries, and recorded. */
export async function showSolution(services: Services, pages: Pages, started: StartedKata): Promise<void> {
  const { kata, marker, uri } = started;
  const stage = await stageToShow(services, started);
  const attempts = await services.attempts.list(marker.instance);
  const request = { kata, language: marker.language, stage, content: contentOf(services, started), attempts };
  const { lock, files } = await openSolution(request);
  if (!lock.open) {
    const choice = await window.showInformationMessage(lock.message, 'Show a Hint');
    if (choice) await commands.executeCommand('katapath.showHint', kata.manifest.id);
    return;
  }
  await services.progress.append([
    { type: 'solution.revealed', kata: kata.manifest.id, stage, language: marker.language },
  ]);
  for (const [name, text] of Object.entries(files)) {
    const reference = pages.put(`/solutions/${kata.manifest.id}/${stage}/${name}`, text);
    await commands.executeCommand('vscode.diff', Uri.joinPath(uri, name), reference, `${name}: yours ↔ reference`);
  }
  if (kata.files.includes('debrief.md')) {
    await commands.executeCommand(
      'markdown.showPreviewToSide',
      Uri.joinPath(services.contentUri, 'exercises', kata.manifest.id, 'debrief.md'),
    );
  }
}

/** The latest passed stage, else the one the learner is at: nobody wants the reference of what they have not begun. */
async function stageToShow(services: Services, started: StartedKata): Promise<string> {
  const passed = await services.grading.passedIn(started);
  return started.kata.manifest.stages.findLast(({ id }) => passed.has(id))?.id ?? (await stageOf(services, started)).id;
}
