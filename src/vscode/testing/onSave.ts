import { Disposable, workspace, type Uri } from 'vscode';
import type { KataGrading } from '../library/kataGrading.ts';
import type { KataLibrary, StartedKata } from '../library/kataLibrary.ts';
import { lookUp } from '../../core/lookUp.ts';

export interface OnSave {
  readonly katas: KataLibrary;
  readonly grading: KataGrading;
  isWanted(started: StartedKata): boolean;
  run(started: StartedKata, signal: AbortSignal): Promise<void>;
}

/**
 * Runs a kata each time one of the learner's files is saved. A save while such a run goes on ends it and starts another,
 * so the verdict is always about the text last saved; a run that a person started is left alone.
 */
export function runOnSave({ katas, grading, isWanted, run }: OnSave): Disposable {
  const running = new Map<string, AbortController>();
  let isOver = false;

  async function onSave(file: Uri): Promise<void> {
    const started = await katas.of(file);
    if (isOver || !started || !isGradedFile(started, file) || !isWanted(started)) return;
    const key = started.uri.toString();
    const earlier = running.get(key);
    if (!earlier && grading.isRunning(started)) return;
    earlier?.abort();
    const cancel = new AbortController();
    running.set(key, cancel);
    try {
      await run(started, cancel.signal);
    } finally {
      if (running.get(key) === cancel) running.delete(key);
    }
  }

  return Disposable.from(
    workspace.onDidSaveTextDocument(({ uri }) => void onSave(uri)),
    new Disposable(() => {
      isOver = true;
      running.forEach((cancel) => cancel.abort());
    }),
  );
}

function isGradedFile({ uri, kata, marker }: StartedKata, file: Uri): boolean {
  const names = lookUp(kata.manifest.tracks, marker.language)?.files ?? [];
  return names.includes(file.path.slice(uri.path.length + 1));
}
