import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { endGroup } from './endTree.ts';
import { runEnvironment } from './environment.ts';
import { createMark, takeFootprint, withResidentLimit } from './footprint.ts';
import { watchResidentMemory } from './residentMemory.ts';
import { measureSlowness } from './slowness.ts';
import type { Supervisor } from './supervisor.ts';
import { readWaitedTime } from './waitedTime.ts';

/** What to start: a program and its arguments, never a line for a shell. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The file descriptor on which the program reports; 3 is a pipe made for it, 1 its ordinary output. */
  readonly channel?: 1 | 3;
}

export type Exit = { readonly code: number | null; readonly signal: string | null } | { readonly error: Error };

/** A process in a group of its own, watched by the supervisor until it is over. */
export class Running {
  /** Resolves once, when the process is gone or could not be started. */
  readonly exit: Promise<Exit>;
  isOver = false;
  private readonly mark = createMark();
  private readonly process: ChildProcess;

  constructor(
    private readonly command: Command,
    private readonly supervisor: Supervisor,
  ) {
    const { words, residentLimit } = withResidentLimit([command.program, ...command.args]);
    this.process = spawn(words[0]!, words.slice(1), {
      stdio: ['pipe', 'pipe', 'pipe', ...(command.channel === 3 ? (['pipe'] as const) : [])],
      detached: process.platform !== 'win32',
      windowsHide: true,
      shell: false,
      cwd: command.cwd ?? tmpdir(),
      env: { ...runEnvironment(this.mark), ...command.env },
    });
    if (this.process.pid !== undefined) supervisor.add(takeFootprint(this.process.pid, this.mark, residentLimit));
    for (const stream of this.process.stdio) stream?.on('error', () => undefined);
    this.exit = new Promise((resolve) => {
      this.process.once('exit', (code, signal) => {
        this.endAll();
        resolve({ code, signal });
      });
      this.process.once('error', (error) => resolve({ error }));
    });
  }

  /** Where the harness reports. */
  get channel(): Readable | undefined {
    return this.command.channel ? (this.process.stdio[this.command.channel] as Readable) : undefined;
  }

  /** What the code under test prints. */
  get output(): readonly Readable[] {
    const { stdout, stderr } = this.process;
    return [stdout, stderr].filter((stream) => stream !== null && stream !== this.channel) as Readable[];
  }

  get input(): Writable {
    return this.process.stdin!;
  }

  /** Calls back when the process holds more memory than it may. Answers how to stop watching. */
  watchMemory(megabytes: number, onExceeded: () => void): () => void {
    return this.process.pid === undefined
      ? () => undefined
      : watchResidentMemory(this.process.pid, megabytes, onExceeded);
  }

  /** For its time limits. */
  async waitedMs(): Promise<number | undefined> {
    return this.process.pid === undefined ? undefined : readWaitedTime(this.process.pid);
  }

  slowness(): number {
    return measureSlowness();
  }

  /**
   * Ends the whole group, whatever it is doing, and lets go of the streams: what left the group may hold the other ends
   * open for ever. Safe to call again.
   */
  end(): void {
    this.endAll();
    for (const stream of this.process.stdio) stream?.destroy();
  }

  private endAll(): void {
    if (this.isOver || this.process.pid === undefined) return;
    this.isOver = true;
    endGroup(this.process.pid);
    this.supervisor.remove(this.mark);
  }

  /** Stops keeping our own program alive; for a child that only waits. */
  setWaiting(isWaiting: boolean): void {
    const act = isWaiting ? 'unref' : 'ref';
    this.process[act]();
    for (const stream of this.process.stdio) (stream as unknown as { ref?(): void; unref?(): void } | null)?.[act]?.();
  }
}
