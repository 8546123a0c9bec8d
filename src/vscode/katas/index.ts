import { Disposable, window, workspace, type ExtensionContext } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import type { StartedKata } from '../kataLibrary.ts';
import type { Services } from '../services.ts';
import { showAttempts } from './attempts.ts';
import { showHint } from './hints.ts';
import { openBrief, openKataFile } from './openKata.ts';
import { PracticeModes } from './practice/index.ts';
import { reset, restoreShippedTests, undoLastChange, update } from './reset.ts';
import { showSolution } from './solution.ts';
import { chooseLanguage, startKata } from './startKata.ts';

/** What a command gets from a tree row, a link or a key binding: a row that knows its kata, an id, or nothing. */
type KataArgument = string | { readonly item?: { readonly kata?: string } } | undefined;

/** Commands of the kata life cycle. */
export function registerKatas(services: Services, context: ExtensionContext): Disposable {
  const { registerCommand } = services;
  const onStarted = (id: string, act: (started: StartedKata) => Promise<void>) =>
    registerCommand(id, async (argument: KataArgument) => {
      const started = await requireStarted(services, argument);
      if (started) await act(started);
    });
  const practice = new PracticeModes(services);
  return Disposable.from(
    practice,
    registerCommand('katapath.practiceMode', () => practice.choose(() => requireStarted(services, undefined))),
    registerCommand('katapath.startKata', (argument: KataArgument) =>
      startKata(services, context.globalState, toKataId(argument)),
    ),
    registerCommand('katapath.chooseLanguage', () => chooseLanguage(services, context.globalState)),
    onStarted('katapath.openBrief', openBrief),
    onStarted('katapath.openKata', async (started) => {
      await openKataFile(started);
      await openBrief(started);
    }),
    onStarted('katapath.showHint', (started) => showHint(services, services.pages, started)),
    onStarted('katapath.showSolution', (started) => showSolution(services, services.pages, started)),
    onStarted('katapath.showAttempts', (started) => showAttempts(services, services.pages, started)),
    onStarted('katapath.resetKata', (started) => reset(services, started)),
    onStarted('katapath.undoKataChange', (started) => undoLastChange(services, started)),
    onStarted('katapath.restoreTests', (started) => restoreShippedTests(services, started)),
    onStarted('katapath.updateKata', (started) => update(services, started)),
  );
}

function toKataId(argument: KataArgument): string | undefined {
  return typeof argument === 'string' ? argument : argument?.item?.kata;
}

/** The kata that was named, else the one in the active editor, else the one the person picks. */
async function requireStarted({ katas }: Services, argument: KataArgument): Promise<StartedKata | undefined> {
  const id = toKataId(argument);
  const started = (await katas.list()).filter((one) => id === undefined || one.kata.manifest.id === id);
  if (started.length === 0) {
    throw new HumanError(id === undefined ? 'No kata has been started here.' : 'That kata has not been started here.', {
      next: 'Start it from the Katapath view or with “Katapath: Start Kata”.',
    });
  }
  const active = id === undefined && window.activeTextEditor && (await katas.of(window.activeTextEditor.document.uri));
  if (active) return active;
  if (started.length === 1) return started[0];
  const rows = started.map((one) => ({
    label: one.kata.manifest.title,
    description: `${one.marker.language} · ${workspace.asRelativePath(one.uri)}`,
    one,
  }));
  return (await window.showQuickPick(rows, { placeHolder: 'Which of your katas?' }))?.one;
}
