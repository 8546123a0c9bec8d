import { StatusBarAlignment, ThemeColor, window, type Disposable } from 'vscode';
import {
  faceOf,
  pauseTimeBox,
  resumeTimeBox,
  startTimeBox,
  type TimeBox,
} from '../../../core/katas/practice/timeBox.ts';

/** A time-box in the status bar: it counts down, says once that it is over, and counts on. Nothing is taken away. */
export class TimeBoxClock implements Disposable {
  private readonly item = window.createStatusBarItem('katapath.timeBox', StatusBarAlignment.Left, 19);
  private readonly timer = setInterval(() => this.show(), 1000);
  private box: TimeBox;
  private isOver = false;

  constructor(minutes: number) {
    this.box = startTimeBox(minutes, Date.now());
    this.item.name = 'Katapath Time-Box';
    this.item.command = 'katapath.practiceMode';
    this.show();
    this.item.show();
  }

  get isPaused(): boolean {
    return this.box.runningSince === undefined;
  }

  pauseOrGoOn(): void {
    this.box = this.isPaused ? resumeTimeBox(this.box, Date.now()) : pauseTimeBox(this.box, Date.now());
    this.show();
  }

  dispose(): void {
    clearInterval(this.timer);
    this.item.dispose();
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
