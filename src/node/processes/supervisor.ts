import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Disposable } from '../../core/ports.ts';
import { endStrays } from './endTree.ts';

/**
 * Knows every run that is going on, and sees to it that none outlives this program: a process of its own holds a pipe
 * to us and ends the runs when the pipe breaks, even when we were killed without a chance to clean up.
 */
export class Supervisor implements Disposable {
  private helper: ChildProcess | undefined;
  /** Runs that are over, by mark, whose strays have not been looked for yet. */
  private readonly over = new Map<string, number>();
  private sweep: NodeJS.Timeout | undefined;

  constructor(private readonly dist: string) {}

  /** Call it in the same turn in which the run was started. */
  add(leader: number, mark: string): void {
    this.helper ??= this.startHelper();
    this.tell(`+${leader} ${mark}`);
  }

  /** The run is over and its group ended; strays that left the group are looked for a moment later. */
  remove(leader: number, mark: string): void {
    this.over.set(mark, leader);
    this.sweep ??= setTimeout(() => void this.endOver(), 50);
  }

  /** Resolves when no stray of a finished run is left. */
  async endOver(): Promise<void> {
    clearTimeout(this.sweep);
    this.sweep = undefined;
    const over = new Map(this.over);
    this.over.clear();
    await endStrays(new Set(over.keys()));
    for (const [mark, leader] of over) this.tell(`-${leader} ${mark}`);
  }

  /** Ends everything that is still going on: the helper does so when its pipe closes. */
  dispose(): void {
    clearTimeout(this.sweep);
    this.helper?.stdin?.end();
    this.helper = undefined;
  }

  private tell(line: string): void {
    this.helper?.stdin?.write(`${line}\n`);
  }

  private startHelper(): ChildProcess {
    const helper = spawn(process.execPath, [join(this.dist, 'supervisor.child.js')], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      windowsHide: true,
      env: { ELECTRON_RUN_AS_NODE: '1', PATH: process.env.PATH ?? '' },
    });
    const forget = () => {
      if (this.helper === helper) this.helper = undefined;
    };
    helper.on('error', forget).on('exit', forget);
    helper.stdin?.on('error', forget);
    // The runs, not their guard, decide how long a command line stays.
    helper.unref();
    (helper.stdin as unknown as { unref?(): void } | null)?.unref?.();
    return helper;
  }
}
