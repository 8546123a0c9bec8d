import type { GradedRun } from '../../core/katas/attempts/attempt.ts';
import { nextStep, type NextStep } from '../../core/session/nextStep.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';

/** Where a started kata stands, as the status bar and the CodeLens show it. */
export interface KataState {
  readonly isRunning: boolean;
  /** Today's or an earlier day's; undefined when it never ran. */
  readonly latest: GradedRun | undefined;
  /** The title of the stage the latest run was about. */
  readonly stage: string;
  readonly next: NextStep;
}

export async function readKataState(
  started: StartedKata,
  { grading, catalog, progress }: Services,
): Promise<KataState> {
  const { kata, marker } = started;
  const latest = await grading.latestOf(started);
  return {
    isRunning: grading.isRunning(started),
    latest,
    stage: kata.manifest.stages.find(({ id }) => id === latest?.stage)?.title ?? kata.manifest.title,
    next: nextStep(kata, marker.language, { catalog, state: progress.state }),
  };
}
