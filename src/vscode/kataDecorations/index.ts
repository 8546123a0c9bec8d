import type { Uri } from 'vscode';
import { Disposable, EventEmitter, ThemeColor, window, type FileDecoration } from 'vscode';
import { provenStages } from '../../core/session/nextStep.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';

/** How far a kata is, at its folder in the Explorer: a sign, a colour, and the words in the tooltip. */
export function decorateKataFolders({ katas, progress }: Services): Disposable {
  const changed = new EventEmitter<Uri | Uri[] | undefined>();
  const redraw = () => changed.fire(undefined);
  return Disposable.from(
    changed,
    progress.onDidChange(redraw),
    katas.onDidChange(redraw),
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      async provideFileDecoration(uri) {
        const address = uri.toString();
        const started = (await katas.list()).find((kata) => kata.uri.toString() === address);
        return (
          started && decoration(started, provenStages(started.kata, started.marker.language, progress.state).length)
        );
      },
    }),
  );
}

function decoration({ kata }: StartedKata, done: number): FileDecoration {
  const total = kata.manifest.stages.length;
  if (done === total)
    return { badge: '✓', tooltip: 'Kata done: every stage passed', color: new ThemeColor('testing.iconPassed') };
  const stages = `${done} of ${total} ${total === 1 ? 'stage' : 'stages'} passed`;
  return { badge: '…', tooltip: `Kata in progress: ${stages}`, color: new ThemeColor('charts.yellow') };
}
