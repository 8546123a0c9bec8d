/** However much a process had to wait, after this many times its limit it is ended. */
const mostTimes = 10;
/** The same where the system does not tell what a process waited for. */
const blindTimes = 3;
/** What is left of a limit is not worth another look. */
const leastMs = 20;

/** What time limits ask of the machine. */
export interface Machine {
  /** Milliseconds that the process has waited for a processor since it started; undefined where nobody knows. */
  waitedMs(): Promise<number | undefined>;
  /** How many times as long as usual the machine takes for the same work; at least 1. */
  slowness(): number;
}

interface Limit {
  readonly ms: number;
  readonly began: number;
  /** What the process had waited when it began, or less. */
  readonly waitedBefore: number;
  readonly onReached: () => void;
  timer: NodeJS.Timeout;
}

/**
 * Ends what never ends by itself, and nothing that is merely slow. A limit counts the time in which the process runs or
 * sleeps. Time in which it is ready and others have the processors is not counted, and on a slow machine each second is
 * longer:
 *
 *     |-- runs --|.. waits ..|-- runs --|.. waits ..|-- runs --|   limit reached
 *
 * It looks only when the limit would be reached by the clock on the wall, so a run that is not stopped costs nothing.
 */
export class TimeLimits {
  private readonly limits = new Map<string, Limit>();
  private slowness: number | undefined;
  /** At the latest look; it only grows. */
  private waited = 0;

  constructor(private readonly machine: Machine) {}

  /** Calls back when the process has had this long from now on. An earlier limit of this name is taken back. */
  arm(name: string, ms: number, onReached: () => void): void {
    this.disarm(name);
    const timer = setTimeout(() => void this.look(name), ms);
    this.limits.set(name, { ms, onReached, timer, began: performance.now(), waitedBefore: this.waited });
  }

  disarm(name: string): void {
    clearTimeout(this.limits.get(name)?.timer);
    this.limits.delete(name);
  }

  disarmAll(): void {
    for (const name of [...this.limits.keys()]) this.disarm(name);
  }

  private async look(name: string): Promise<void> {
    const limit = this.limits.get(name);
    // We may have been kept waiting ourselves: what the process has told meanwhile is heard first.
    await turnOfTheLoop();
    await turnOfTheLoop();
    const waited = await this.machine.waitedMs().catch(() => undefined);
    if (!limit || this.limits.get(name) !== limit) return;
    const left = this.allow(limit, waited) - (performance.now() - limit.began);
    if (left >= leastMs) limit.timer = setTimeout(() => void this.look(name), left);
    else {
      this.disarm(name);
      limit.onReached();
    }
  }

  /** Milliseconds by the clock on the wall. */
  private allow({ ms, waitedBefore }: Limit, waited: number | undefined): number {
    this.slowness ??= this.machine.slowness();
    if (waited === undefined) return ms * Math.max(blindTimes, this.slowness);
    this.waited = Math.max(this.waited, waited);
    return Math.min(ms * mostTimes, ms * this.slowness + this.waited - waitedBefore);
  }
}

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));
