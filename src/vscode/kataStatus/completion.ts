import { commands, window, type Disposable } from 'vscode';
import { isKataDone, nextStep } from '../../core/session/nextStep.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';

/** One message when a kata gets done, with the next thing to do; a stage, or a kata done before, stays quiet. */
export function announceCompletion({ grading, progress, catalog }: Services): Disposable {
  const isDone = ({ kata, marker }: Pick<StartedKata, 'kata' | 'marker'>) =>
    isKataDone(kata, marker.language, progress.state);
  const known = new Set(
    catalog.katas.flatMap((kata) =>
      Object.keys(kata.manifest.tracks)
        .filter((language) => isKataDone(kata, language, progress.state))
        .map((language) => `${kata.manifest.id} ${language}`),
    ),
  );
  return grading.onDidGrade(({ started, result }) => {
    const { kata, marker } = started;
    const key = `${kata.manifest.id} ${marker.language}`;
    if (result.verdict !== 'passed' || known.has(key) || !isDone(started)) return;
    known.add(key);
    void announce(started);
  });

  async function announce({ kata, marker }: StartedKata): Promise<void> {
    const next = nextStep(kata, marker.language, { catalog, state: progress.state });
    const action = next.kind === 'item' ? [`Next: ${next.node.title}`] : [];
    const choice = await window.showInformationMessage(`“${kata.manifest.title}” is done.`, ...action);
    if (choice && next.kind === 'item') await commands.executeCommand('katapath.openItem', next.node);
  }
}
