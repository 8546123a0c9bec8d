import {
  CodeLens,
  Disposable,
  EventEmitter,
  languages,
  Range,
  type CodeLensProvider,
  type Command,
  type TextDocument,
} from 'vscode';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { lookUp } from '../../core/lookUp.ts';
import { readKataState } from './kataState.ts';
import { describeVerdict, verdictIcon } from './words.ts';

/** Above the learner's own files: the last verdict, a way to run, a way to the brief. */
export function showCodeLens(services: Services): Disposable {
  const changed = new EventEmitter<void>();
  const refresh = () => changed.fire();
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      const started = await services.katas.of(document.uri);
      return started && isLearnersFile(started, document) ? lenses(started, services) : [];
    },
  };
  return Disposable.from(
    changed,
    services.grading.onDidChangeRunning(refresh),
    services.katas.onDidChange(refresh),
    // The command line grades too.
    services.progress.onDidChange(refresh),
    languages.registerCodeLensProvider({ pattern: '**/*' }, provider),
  );
}

function isLearnersFile({ kata, marker, uri }: StartedKata, document: TextDocument): boolean {
  const name = document.uri.path.slice(uri.path.length + 1);
  return lookUp(kata.manifest.tracks, marker.language)?.files.includes(name) ?? false;
}

async function lenses(started: StartedKata, services: Services): Promise<CodeLens[]> {
  const { isRunning, latest, stage } = await readKataState(started, services);
  const verdict: Command[] = isRunning
    ? [{ command: 'workbench.view.testing.focus', title: withIcon('$(loading~spin)', 'Running…') }]
    : latest
      ? [
          {
            command: 'workbench.view.testing.focus',
            title: withIcon(verdictIcon(latest.verdict), `${stage}: ${describeVerdict(latest)}`),
            tooltip: latest.summary,
          },
        ]
      : [];
  const run: Command = {
    command: 'katapath.runKata',
    title: withIcon('$(run)', 'Run'),
    tooltip: 'Run the tests of this kata',
    arguments: [started.uri],
  };
  const brief: Command = {
    command: 'katapath.openBrief',
    title: withIcon('$(book)', 'Open brief'),
    tooltip: 'What to build, and what the checks look at',
    arguments: [started.uri],
  };
  const top = new Range(0, 0, 0, 0);
  return [...verdict, run, brief, ...update(started)].map((command) => new CodeLens(top, command));
}

/** A newer version of the kata came with Katapath: getting it is the learner's choice. */
function update({ kata, marker, uri }: StartedKata): Command[] {
  const { version } = kata.manifest;
  if (marker.version >= version) return [];
  return [
    {
      command: 'katapath.updateKata',
      title: withIcon('$(sync)', `Update to version ${version}`),
      tooltip: 'New tests and a new brief; your own work stays as it is',
      arguments: [uri],
    },
  ];
}

/** A line above code drops an ordinary space after an icon. */
export function withIcon(icon: string, words: string): string {
  return `${icon}\u00a0${words}`;
}
