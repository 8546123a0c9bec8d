import { window, type Disposable, type QuickPickItem } from 'vscode';
import type { StartedKata } from '../../kataLibrary.ts';
import type { Services } from '../../services.ts';
import { BabyStepsClock } from './babyStepsClock.ts';
import { TimeBoxClock } from './timeBoxClock.ts';

interface Choice extends QuickPickItem {
  readonly act: () => unknown;
}

/** Ways to practise under a clock. One at a time; the same command starts, pauses and stops it. */
export class PracticeModes implements Disposable {
  private clock: TimeBoxClock | BabyStepsClock | undefined;

  constructor(private readonly services: Services) {}

  async choose(requireKata: () => Promise<StartedKata | undefined>): Promise<void> {
    const choices = this.clock ? this.running(this.clock) : this.starting(requireKata);
    const choice = await window.showQuickPick(choices, {
      title: 'Practice Mode',
      placeHolder: 'How do you want to practise?',
    });
    await choice?.act();
  }

  dispose(): void {
    this.clock?.dispose();
  }

  private starting(requireKata: () => Promise<StartedKata | undefined>): Choice[] {
    const timeBoxes = [15, 25, 45].map((minutes) => ({
      label: `$(watch) Time-box: ${minutes} minutes`,
      detail: 'A clock in the status bar. When it is over you are told; nothing is taken away.',
      act: () => (this.clock = new TimeBoxClock(minutes)),
    }));
    const babySteps = [2, 3, 5].map((minutes) => ({
      label: `$(history) Baby steps: ${minutes} minutes`,
      detail: 'Green within each step, or your files go back to the last green. That can be undone.',
      act: async () => {
        const started = await requireKata();
        if (started) this.clock = await BabyStepsClock.start(this.services, started, minutes);
      },
    }));
    return [...timeBoxes, ...babySteps];
  }

  private running(clock: TimeBoxClock | BabyStepsClock): Choice[] {
    const stop = {
      label: '$(debug-stop) Stop',
      act: () => {
        clock.dispose();
        this.clock = undefined;
      },
    };
    if (!(clock instanceof TimeBoxClock)) return [stop];
    const pause = clock.isPaused ? '$(debug-continue) Go on' : '$(debug-pause) Pause';
    return [{ label: pause, act: () => clock.pauseOrGoOn() }, stop];
  }
}
