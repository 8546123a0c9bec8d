import { StatusBarAlignment, ThemeColor, window, type Disposable, type Memento } from 'vscode';
import {
  faceOf,
  pauseTimeBox,
  resumeTimeBox,
  startTimeBox,
  type TimeBox,
} from '../../../core/katas/practice/timeBox.ts';

const memoryKey = 'katapath.timeBox';

/**
 * A time-box in the status bar: it counts down, says once that it is over, and counts on. Nothing is taken away. It
 * outlives a reload of the window.
 */
export class TimeBoxClock implements Disposable {
  private readonly item = window.createStatusBarItem('katapath.timeBox', StatusBarAlignment.Left, 19);
  private readonly timer = setInterval(() => this.show(), 1000);
  private isOver = false;

  private constructor(
    private box: TimeBox,
    private readonly memory: Memento,
  ) {
    this.item.name = 'Katapath Time-Box';
    this.item.command = 'katapath.practiceMode';
    this.show();
    this.item.show();
  }

  static start(minutes: number, memory: Memento): TimeBoxClock {
    const clock = new TimeBoxClock(startTimeBox(minutes, Date.now()), memory);
    clock.remember(clock.box);
    return clock;
  }

  /** The one that was going when the window closed; none when its time ran out meanwhile, which is no news any more. */
  static goOn(memory: Memento): TimeBoxClock | undefined {
    const box = memory.get<TimeBox>(memoryKey);
    return box && faceOf(box, Date.now()).phase !== 'over' ? new TimeBoxClock(box, memory) : undefined;
  }

  get isPaused(): boolean {
    return this.box.runningSince === undefined;
  }

  pauseOrGoOn(): void {
    this.box = this.isPaused ? resumeTimeBox(this.box, Date.now()) : pauseTimeBox(this.box, Date.now());
    this.remember(this.box);
    this.show();
  }

  /** As `dispose`, for good. */
  stop(): void {
    this.remember(undefined);
    this.dispose();
  }

  dispose(): void {
    clearInterval(this.timer);
    this.item.dispose();
  }

  private remember(box: TimeBox | undefined): void {
    void this.memory.update(memoryKey, box);
  }

  private show(): void {
    const { label, phase } = faceOf(this.box, Date.now());
    this.item.text = `$(${phase === 'paused' ? 'debug-pause' : 'watch'}) ${label}`;
    this.item.tooltip = `Time-box of ${this.box.minutes} minutes${phase === 'paused' ? ', paused' : ''}. Click to pause or stop.`;
    this.item.backgroundColor =
      phase === 'over'
        ? new ThemeColor('statusBarItem.errorBackground')
        : phase === 'ending'
          ? new ThemeColor('statusBarItem.warningBackground')
          : undefined;
    if (phase !== 'over' || this.isOver) return;
    this.isOver = true;
    void window.showInformationMessage(
      `The time-box of ${this.box.minutes} minutes is over. Stop where you are, or go on.`,
    );
  }
}
