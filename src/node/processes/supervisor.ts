import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disposable } from '../../core/ports.ts';
import { endStrays } from './endStrays.ts';
import type { Footprint } from './footprint.ts';
import { removeFolder } from './removeFolder.ts';
import type { SupervisorMessage } from './supervisor.child.ts';

/** What comes in one go (a run, its folder, the next run) is cleaned up in one go. */
const sweepMs = 50;

/**
 * Knows every run that is going on and every folder made for one, and sees to it that none outlives this program: a
 * process of its own holds a pipe to us and cleans up when the pipe breaks, even when we were killed without a chance to.
 */
export class Supervisor implements Disposable {
  private helper: ChildProcess | undefined;
  private readonly runs = new Map<string, Footprint>();
  private readonly folders = new Set<string>();
  /** Runs that are over, by mark, whose strays have not been looked for yet. */
  private readonly over = new Map<string, Footprint>();
  /** Folders whose runs are over. */
  private readonly unused = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(private readonly dist: string) {}

  /** Call it in the same turn in which the run was started. */
  add(footprint: Footprint): void {
    this.runs.set(footprint.mark, footprint);
    this.tell({ began: footprint });
  }

  /** The run is over and its group ended; strays that left the group are looked for a moment later. */
  remove(mark: string): void {
    const footprint = this.runs.get(mark);
    if (!footprint) return;
    this.runs.delete(mark);
    this.over.set(mark, footprint);
    this.sweepSoon();
  }

  /** Call it in the same turn in which the folder was made. */
  addFolder(path: string): void {
    this.folders.add(path);
    this.tell({ made: path });
  }

  /** Nothing of the folder is needed any more. It is removed once nothing is left that could write into it. */
  removeFolder(path: string): void {
    this.folders.delete(path);
    this.unused.add(path);
    this.sweepSoon();
  }

  /** Resolves when no stray and no folder of a finished run is left. */
  settled(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    return (this.sweeping = this.sweeping.then(() => this.sweep()));
  }

  /** Ends everything that is still going on, and removes what is left of it: the helper does so when its pipe closes. */
  dispose(): void {
    clearTimeout(this.timer);
    this.helper?.stdin?.end();
    this.helper = undefined;
  }

  private sweepSoon(): void {
    this.timer ??= setTimeout(() => void this.settled(), sweepMs);
  }

  private async sweep(): Promise<void> {
    const over = [...this.over.values()];
    const unused = [...this.unused];
    this.over.clear();
    this.unused.clear();
    await endStrays(over);
    await Promise.all(unused.map(removeFolder));
    for (const { mark } of over) this.tell({ ended: mark });
    for (const path of unused) this.tell({ removed: path });
  }

  private tell(message: SupervisorMessage): void {
    if (!this.helper) {
      this.helper = this.startHelper();
      // The one before is gone; what it knew is told again.
      for (const footprint of this.runs.values()) this.send({ began: footprint });
      for (const path of this.folders) this.send({ made: path });
    }
    this.send(message);
  }

  private send(message: SupervisorMessage): void {
    this.helper?.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  private startHelper(): ChildProcess {
    const helper = spawn(process.execPath, [join(this.dist, 'supervisor.child.js'), tmpdir()], {
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
