import { Disposable, type ExtensionContext } from 'vscode';
import { findKata } from '../../core/model/catalog.ts';
import { chooseKata, toKataId, type KataArgument } from '../rows/chooseKata.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { showAttempts } from './attempts.ts';
import { showHint } from './hints.ts';
import { openBrief, openKataFile, openShippedBrief } from './openKata.ts';
import { PracticeModes, type PracticeWish } from './practice/index.ts';
import { reset, restoreShippedTests, undoLastChange, update } from './reset.ts';
import { showSolution } from './solution.ts';
import { chooseLanguage, startKata } from './startKata.ts';

/** Commands of the kata life cycle. */
export function registerKatas(services: Services, context: ExtensionContext): Disposable {
  const { registerCommand } = services;
  const onStarted = (id: string, act: (started: StartedKata) => Promise<void>) =>
    registerCommand(id, async (argument: KataArgument) => {
      const started = await chooseKata(services, argument);
      if (started) await act(started);
    });
  const practice = new PracticeModes(services, context.workspaceState);
  return Disposable.from(
    practice,
    registerCommand('katapath.practiceMode', (wish?: PracticeWish) =>
      practice.choose(() => chooseKata(services, undefined), wish),
    ),
    registerCommand('katapath.startKata', (argument: KataArgument) =>
      startKata(services, context.globalState, toKataId(argument)),
    ),
    registerCommand('katapath.chooseLanguage', () => chooseLanguage(services, context.globalState)),
    registerCommand('katapath.openBrief', async (argument: KataArgument) => {
      const id = toKataId(argument);
      if (id !== undefined && findKata(services.catalog, id)) {
        const started = await services.katas.lookFor(({ marker }) => marker.kata === id);
        if (started.length === 0) return openShippedBrief(id);
      }
      const started = await chooseKata(services, argument);
      return started && openBrief(started);
    }),
    onStarted('katapath.openKata', async (started) => {
      await openKataFile(started);
      await openBrief(started);
    }),
    onStarted('katapath.showHint', (started) => showHint(services, started)),
    onStarted('katapath.showSolution', (started) => showSolution(services, started)),
    onStarted('katapath.showAttempts', (started) => showAttempts(services, started)),
    onStarted('katapath.resetKata', (started) => reset(services, started)),
    onStarted('katapath.undoKataChange', (started) => undoLastChange(services, started)),
    onStarted('katapath.restoreTests', (started) => restoreShippedTests(services, started)),
    onStarted('katapath.updateKata', (started) => update(services, started)),
  );
}
