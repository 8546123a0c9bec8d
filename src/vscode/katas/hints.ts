import { window } from 'vscode';
import { hintsOf } from '../../core/katas/guidance/hints.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { contentOf, stageOf } from './change.ts';
import { isWritten } from './openKata.ts';

/** Shows the hints seen so far and one more, in a page that stays on screen while the kata is run. */
export async function showHint(services: Services, started: StartedKata): Promise<void> {
  const { kata } = started;
  const stage = await stageOf(services, started);
  const rungs = hintsOf((await contentOf(services, started).read('hints.md')) ?? '', stage.id);
  const seen = Math.min(rungs.length, services.progress.state.katas.get(kata.manifest.id)?.hints.get(stage.id) ?? 0);
  if (rungs.length === 0) {
    void window.showInformationMessage('This stage has no hints.');
    return;
  }
  const upTo = Math.min(rungs.length, seen + 1);
  if (upTo > seen)
    await services.progress.append([{ type: 'hint.revealed', kata: kata.manifest.id, stage: stage.id, rung: upTo }]);
  const shown = rungs
    .slice(0, upTo)
    .map(({ title, text }, index) => `## ${index + 1} of ${rungs.length}: ${title}\n\n${text}\n`);
  const more =
    upTo < rungs.length
      ? 'Ask again for the next hint.'
      : 'That was the last hint. The solution opens after honest tries.';
  await services.pages.showMarkdown(
    `/hints/${kata.manifest.id}/Hints for ${stage.id}.md`,
    `# ${kata.manifest.title}: ${stage.title}\n\n${shown.join('\n')}\n*${more}*\n`,
    { beside: true, locked: isWritten(started) },
  );
}
