import { Disposable, MarkdownString, StatusBarAlignment, window, type Command, type StatusBarItem } from 'vscode';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { readKataState, type KataState } from './kataState.ts';
import { describeNext, describeVerdict, verdictIcon } from './words.ts';

/** The verdict of the kata in the active editor, and what a click does about it. Nothing where there is no kata. */
export function showStatusBar(services: Services): Disposable {
  const item = window.createStatusBarItem('katapath.verdict', StatusBarAlignment.Left, 20);
  item.name = 'Katapath Verdict';
  let latest = 0;

  async function refresh(): Promise<void> {
    const turn = ++latest;
    const file = window.activeTextEditor?.document.uri;
    const started = file && (await services.katas.of(file));
    const state = started && (await readKataState(started, services));
    // Another editor or another verdict came meanwhile, and has its own turn.
    if (turn !== latest) return;
    if (started && state) show(item, started, state);
    else item.hide();
  }

  const refreshSoon = () => void refresh().catch((error: unknown) => services.log.error(String(error)));
  refreshSoon();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(refreshSoon),
    services.grading.onDidChangeRunning(refreshSoon),
    services.progress.onDidChange(refreshSoon),
    services.katas.onDidChange(refreshSoon),
  );
}

function show(item: StatusBarItem, started: StartedKata, state: KataState): void {
  const { title } = started.kata.manifest;
  item.text = toText(state);
  item.command = toCommand(started, state);
  item.tooltip = new MarkdownString()
    .appendText(`${title} · ${state.stage}\n\n`)
    .appendText(state.latest?.summary ?? 'Not run yet.')
    .appendText(`\n\nClick: ${item.command.title}.`);
  item.accessibilityInformation = { label: `${title}: ${item.text.replace(/\$\([^)]*\)\s*/g, '')}`, role: 'button' };
  item.show();
}

function toText({ isRunning, latest, stage, next }: KataState): string {
  if (isRunning) return '$(loading~spin) Running tests…';
  if (!latest) return '$(beaker) Run tests';
  const icon = verdictIcon(latest.verdict);
  if (latest.verdict !== 'passed') return `${icon} ${stage}: ${describeVerdict(latest)}`;
  const then = describeNext(next);
  return then === undefined ? `${icon} Passed` : `${icon} Passed — next: ${then}`;
}

/** After the last stage a click goes on along the path; before, it runs the tests. */
function toCommand(started: StartedKata, { latest, next }: KataState): Command {
  if (latest?.verdict === 'passed' && next.kind === 'item')
    return { command: 'katapath.openItem', title: `Go on with “${next.node.title}”`, arguments: [next.node] };
  return { command: 'katapath.runKata', title: 'Run the tests', arguments: [started.uri] };
}
