import { Disposable, window, workspace } from 'vscode';
import type { Services } from '../services.ts';

/** While a kata's file is in the active editor a process waits for its next run; the runner lets go of idle ones. */
export function keepWarm({ katas, runners, log }: Services): Disposable {
  async function warm(): Promise<void> {
    const file = window.activeTextEditor?.document.uri;
    const started = file && workspace.isTrusted ? await katas.of(file) : undefined;
    // Another editor is in front by now, and has its own turn.
    if (file !== window.activeTextEditor?.document.uri) return;
    // Missing programs are told of when something is run.
    if (started) await runners?.keepWarm(started.marker.language, started.kata.manifest.limits).catch(() => undefined);
  }

  const warmSoon = () => void warm().catch((error: unknown) => log.error(String(error)));
  warmSoon();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(warmSoon),
    katas.onDidChange(warmSoon),
    workspace.onDidGrantWorkspaceTrust(warmSoon),
  );
}
