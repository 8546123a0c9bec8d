import { workspace, type Disposable, type Memento, type QuickPickItem } from 'vscode';
import { askToPick } from '../../shared/ask.ts';
import type { StartedKata } from '../../library/kataLibrary.ts';
import type { Services } from '../../services.ts';
import { BabyStepsClock } from './babyStepsClock.ts';
import { FocusMode } from './focusMode.ts';
import { TimeBoxClock } from './timeBoxClock.ts';

/** What a key binding may ask for in its `args`; without one the person chooses. */
export type PracticeWish =
  | { readonly mode: 'time-box' | 'baby-steps'; readonly minutes: number }
  | { readonly mode: 'focus' | 'pause' | 'stop' };

type RequireKata = () => Promise<StartedKata | undefined>;

interface Choice extends QuickPickItem {
  readonly wish: PracticeWish;
}

/**
 * Ways to practise: one clock at a time, and focus with or without it. The same command starts, pauses and stops them.
 */
export class PracticeModes implements Disposable {
  private clock: TimeBoxClock | BabyStepsClock | undefined;
  private readonly focus: FocusMode;

  constructor(
    private readonly services: Services,
    private readonly memory: Memento,
  ) {
    this.focus = new FocusMode(services, memory);
    this.clock = TimeBoxClock.goOn(memory);
  }

  async choose(requireKata: RequireKata, wish?: PracticeWish): Promise<void> {
    const clock = this.clock ? whileRunning(this.clock) : clocks();
    const choices = [...clock, this.focus.isOn ? endOfFocus : startOfFocus];
    const options = { title: 'Practice Mode', placeHolder: 'How do you want to practise?' };
    const chosen = wish ?? (await askToPick(choices, options))?.wish;
    if (chosen) await this.act(chosen, requireKata);
  }

  dispose(): void {
    this.clock?.dispose();
    this.focus.dispose();
  }

  private async act(wish: PracticeWish, requireKata: RequireKata): Promise<void> {
    switch (wish.mode) {
      case 'time-box':
        this.stop();
        this.clock = TimeBoxClock.start(wish.minutes, this.memory);
        return;
      case 'baby-steps': {
        const started = await requireKata();
        if (!started) return;
        const clock = await BabyStepsClock.start(this.services, started, {
          minutes: wish.minutes,
          onOver: () => this.stop(),
        });
        this.stop();
        this.clock = clock;
        return;
      }
      case 'focus': {
        const started = this.focus.isOn ? undefined : await requireKata();
        if (started) await this.focus.turnOn(started);
        else await this.focus.turnOff();
        return;
      }
      case 'pause':
        if (this.clock instanceof TimeBoxClock) this.clock.pauseOrGoOn();
        return;
      case 'stop':
        this.stop();
    }
  }

  private stop(): void {
    this.clock?.stop();
    this.clock = undefined;
  }
}

const startOfFocus: Choice = {
  label: '$(eye-closed) Focus: no inline suggestions in this kata',
  detail: 'What an AI would write is not shown while you are in the kata’s files; everywhere else it is, as before.',
  wish: { mode: 'focus' },
};
const endOfFocus: Choice = { label: '$(eye) Focus: show inline suggestions again', wish: { mode: 'focus' } };

function clocks(): Choice[] {
  const settings = workspace.getConfiguration('katapath');
  const timeBoxes = settings.get<number[]>('practice.timeBoxMinutes', []).map((minutes) => ({
    label: `$(watch) Time-box: ${inMinutes(minutes)}`,
    detail: 'A clock in the status bar. When it is over you are told; nothing is taken away.',
    wish: { mode: 'time-box', minutes } as const,
  }));
  const babySteps = settings.get<number[]>('practice.babyStepsMinutes', []).map((minutes) => ({
    label: `$(history) Baby steps: ${inMinutes(minutes)}`,
    detail: 'Green within each step, or your files go back to the last green. That can be undone.',
    wish: { mode: 'baby-steps', minutes } as const,
  }));
  return [...timeBoxes, ...babySteps];
}

function whileRunning(clock: TimeBoxClock | BabyStepsClock): Choice[] {
  const stop: Choice = { label: '$(debug-stop) Stop', wish: { mode: 'stop' } };
  if (!(clock instanceof TimeBoxClock)) return [stop];
  const pause = clock.isPaused ? '$(debug-continue) Go on' : '$(debug-pause) Pause';
  return [{ label: pause, wish: { mode: 'pause' } }, stop];
}

const inMinutes = (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`);
