import type { Disposable } from '../../core/ports.ts';
import type { Supervisor } from './supervisor.ts';
import { type Command, Running } from './running.ts';

/** Long enough that a result is on the screen before starting a process takes the thread. */
const refillMs = 20;
const idleMs = 5 * 60_000;

/**
 * Children started ahead of time, one for each command that is being worked with. Each serves one job; the next one is
 * started when that job's results are out. Without a waiting child a fresh one is started.
 */
export class WarmChildren implements Disposable {
  private readonly waiting = new Map<string, Running>();
  private readonly wanted = new Map<string, Command>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly supervisor: Supervisor) {}

  /** Has a child waiting from now on, until nothing was run for five minutes. */
  keep(command: Command): void {
    const key = JSON.stringify(command);
    this.wanted.set(key, command);
    this.postponeIdle();
    this.refill(key);
  }

  /** A child for one job: the waiting one, or a fresh one. */
  take(command: Command): Running {
    const key = JSON.stringify(command);
    const child = this.waiting.get(key);
    this.waiting.delete(key);
    if (this.wanted.has(key)) this.postponeIdle();
    if (!child || child.isOver) return new Running(command, this.supervisor);
    child.setWaiting(false);
    return child;
  }

  /** The job of a taken child is done; another is started in a moment if the command is still worked with. */
  release(command: Command): void {
    const key = JSON.stringify(command);
    if (!this.wanted.has(key)) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.refill(key);
    }, refillMs);
    this.timers.add(timer.unref());
  }

  /** Ends every waiting child and keeps none from now on. */
  dispose(): void {
    clearTimeout(this.idle);
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.wanted.clear();
    for (const child of this.waiting.values()) child.end();
    this.waiting.clear();
  }

  private refill(key: string): void {
    const command = this.wanted.get(key);
    const present = this.waiting.get(key);
    if (!command || (present && !present.isOver)) return;
    const child = new Running(command, this.supervisor);
    child.setWaiting(true);
    this.waiting.set(key, child);
  }

  private postponeIdle(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.dispose(), idleMs).unref();
  }
}
