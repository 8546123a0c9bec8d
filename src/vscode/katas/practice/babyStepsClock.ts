import { Disposable, StatusBarAlignment, window } from 'vscode';
import { HumanError } from '../../../core/errors.ts';
import { isPass, type Attempt } from '../../../core/katas/attempts/attempt.ts';
import { KataFolderGone, undoChange } from '../../../core/katas/folder/lifecycle.ts';
import { advanceBabySteps, startBabySteps, type BabySteps } from '../../../core/katas/practice/babySteps.ts';
import { faceOf } from '../../../core/katas/practice/timeBox.ts';
import type { Verdict } from '../../../core/model/verdict.ts';
import { report } from '../../shared/commands.ts';
import type { StartedKata } from '../../library/kataLibrary.ts';
import type { Services } from '../../services.ts';
import { toChange } from '../change.ts';

/**
 * Baby steps for one kata folder: green within the interval, or the files go back to the last green. What stood there
 * is kept first, and can be brought back.
 */
export class BabyStepsClock implements Disposable {
  private readonly item = window.createStatusBarItem('katapath.babySteps', StatusBarAlignment.Left, 19);
  private readonly subscriptions: Disposable;
  private isRestoring = false;

  private constructor(
    private readonly services: Services,
    /** As it was when the clock was started; it may be moved meanwhile. */
    private readonly begun: StartedKata,
    private state: BabySteps,
    private readonly onOver: () => void,
  ) {
    this.item.name = 'Katapath Baby Steps';
    this.item.command = 'katapath.practiceMode';
    const timer = setInterval(() => void this.tick().catch((error: unknown) => report(error, services.log)), 1000);
    this.subscriptions = Disposable.from(
      this.item,
      new Disposable(() => clearInterval(timer)),
      services.grading.onDidGrade((graded) => {
        if (graded.started.marker.instance === begun.marker.instance) void this.onVerdict(graded.result.verdict);
      }),
    );
    this.show();
    this.item.show();
  }

  /** @throws HumanError when the kata has never been green: there is nothing to go back to. */
  static async start(
    services: Services,
    started: StartedKata,
    { minutes, onOver }: { minutes: number; onOver: () => void },
  ): Promise<BabyStepsClock> {
    const green = (await services.attempts.list(started.marker.instance)).findLast(isGreen);
    if (!green)
      throw new HumanError('Baby steps go back to the last green, and this kata has not been green yet.', {
        next: 'Make its first stage pass, then start baby steps.',
      });
    const state = startBabySteps(green.id, { intervalMs: minutes * 60_000, now: Date.now() });
    return new BabyStepsClock(services, started, state, onOver);
  }

  stop(): void {
    this.dispose();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async onVerdict(verdict: Verdict): Promise<void> {
    const green = (await this.attempts()).findLast(isGreen);
    if (!green) return;
    this.state = advanceBabySteps(this.state, { kind: 'verdict', verdict, attempt: green.id, now: Date.now() }).state;
    this.show();
  }

  private attempts(): Promise<readonly Attempt[]> {
    return this.services.attempts.list(this.begun.marker.instance);
  }

  private async tick(): Promise<void> {
    if (this.isRestoring) return;
    const { state, effect } = advanceBabySteps(this.state, { kind: 'bell', now: Date.now() });
    if (effect.kind === 'restore') {
      this.isRestoring = true;
      try {
        await this.ring(effect.attempt, state);
      } finally {
        this.isRestoring = false;
      }
    }
    this.show();
  }

  /** A run that is going on when the bell rings may still turn out green: the bell waits for it. */
  private async ring(lastGreen: string, after: BabySteps): Promise<void> {
    const { services, begun } = this;
    const [started] = await services.katas.lookFor(({ marker }) => marker.instance === begun.marker.instance);
    if (!started) {
      void window.showWarningMessage(`The folder of “${begun.kata.manifest.title}” is gone, so baby steps are over.`);
      this.onOver();
    } else if (!services.grading.isRunning(started)) {
      const before = this.state;
      this.state = after;
      try {
        await this.restore(started, lastGreen);
      } catch (error) {
        if (!(error instanceof KataFolderGone)) throw error;
        // The list of katas does not know yet; the bell rings again when it does.
        this.state = before;
        services.katas.refresh();
      }
    }
  }

  private async restore(started: StartedKata, id: string): Promise<void> {
    const { services } = this;
    const green = (await this.attempts()).find((attempt) => attempt.id === id);
    if (!green) return;
    await services.grading.saveFilesOf(started);
    const kept = await undoChange(await toChange(services, started), green, 'baby-steps');
    if (kept.solutionHash === green.solutionHash) return;
    const message = 'The bell rang before green: your files are back at the last green. What you had is kept.';
    void window
      .showWarningMessage(message, 'Bring It Back')
      .then(async (choice) => {
        if (!choice) return;
        const change = await toChange(services, started);
        await undoChange(change, kept);
      })
      .then(undefined, (error: unknown) => report(error, services.log));
  }

  private show(): void {
    const { intervalMs, since, steps, reverts } = this.state;
    const { label } = faceOf({ minutes: intervalMs / 60_000, usedMs: 0, runningSince: since }, Date.now());
    this.item.text = `$(history) ${label}`;
    this.item.tooltip = `Baby steps: ${steps} green, ${reverts} taken back. Click to stop.`;
  }
}

const isGreen = (attempt: Attempt) => isPass(attempt) && attempt.files !== undefined;
