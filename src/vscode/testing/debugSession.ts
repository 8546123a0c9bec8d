import { debug, extensions, type TestRun } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import type { Language } from '../../core/model/kata.ts';
import { languageTitle } from '../../core/katas/languageTitle.ts';
import type { DebugLaunch } from '../../core/runs/debug.ts';
import { debuggers, type Debugger } from '../../core/runs/debuggers.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import { lookUp } from '../../core/lookUp.ts';

/** @throws HumanError that says how to get the debugger, when the editor has none for this language. */
export function requireDebugger(language: Language): Debugger {
  const found = lookUp(debuggers, language);
  if (!found)
    throw new HumanError(`There is no debugger for ${languageTitle(language)} katas.`, {
      next: 'Run the tests instead; what your code prints is shown with them.',
    });
  if (extensions.getExtension(found.extension)) return found;
  throw new HumanError(`Debugging ${languageTitle(language)} needs the extension “${found.title}”.`, {
    next: `Install or enable “${found.title}” (${found.extension}) in the Extensions view, then debug again.`,
  });
}

/** Starts the debugger and resolves when its session is over; aborting ends the session. */
export async function runDebugSession(
  { kata, marker, uri, workspaceFolder }: StartedKata,
  launch: DebugLaunch,
  { run, signal }: { run: TestRun; signal: AbortSignal },
): Promise<void> {
  const name = `Katapath: ${kata.manifest.title}`;
  const settings = requireDebugger(marker.language).configure(launch);
  const configuration = { ...settings, request: 'launch', name, cwd: uri.fsPath };
  const ours = launch.env.KATAPATH_JOB;
  const isOurs = (env: unknown) => (env as Record<string, string> | undefined)?.KATAPATH_JOB === ours;

  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  const started = debug.onDidStartDebugSession((session) => {
    if (!isOurs(session.configuration.env) || session.parentSession) return;
    signal.addEventListener('abort', () => void debug.stopDebugging(session), { once: true });
  });
  const ended = debug.onDidTerminateDebugSession((session) => {
    if (isOurs(session.configuration.env) && !session.parentSession) end();
  });
  try {
    if (await debug.startDebugging(workspaceFolder, configuration, { testRun: run })) await over;
  } finally {
    started.dispose();
    ended.dispose();
  }
}
