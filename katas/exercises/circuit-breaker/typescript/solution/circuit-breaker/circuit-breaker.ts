export type State = 'closed' | 'open' | 'half-open';

export interface BreakerOptions {
  /** So many failures in a row open it. */
  failures: number;
  /** How long it stays open, and how long a probe may take. */
  openMs: number;
  /** So many probes in a row must succeed to close it. */
  probes: number;
  /** Milliseconds; never goes back. */
  clock: () => number;
}

/** Leave to make one call; says afterwards how it went, once. */
export interface Call {
  succeeded(): void;
  failed(): void;
}

/**
 * Stops calls to a service that keeps failing, and finds out carefully whether it is well again.
 *
 *   closed ── failures in a row ──▶ open ── openMs ──▶ half-open ── probes succeed ──▶ closed
 *                                    ▲───────────── a probe fails ──┘
 */
export class CircuitBreaker {
  private readonly options: BreakerOptions;
  private current: State = 'closed';
  private openedAt = 0;
  /** Failures in a row while closed, successes in a row while half-open. */
  private inARow = 0;
  /** Counts changes of state: a report from before the last change means nothing now. */
  private era = 0;
  private probe: { readonly begunAt: number } | undefined;

  constructor(options: BreakerOptions) {
    this.options = options;
  }

  get state(): State {
    const { openMs, clock } = this.options;
    if (this.current === 'open' && clock() - this.openedAt >= openMs) this.change('half-open');
    return this.current;
  }

  /** Leave to make one call, or undefined: do not call now. */
  begin(): Call | undefined {
    const { state } = this;
    if (state === 'open') return undefined;
    const now = this.options.clock();
    if (state === 'closed') return this.makeCall(() => true);
    if (this.probe && now - this.probe.begunAt < this.options.openMs) return undefined;
    const probe = { begunAt: now };
    this.probe = probe;
    return this.makeCall(() => this.probe === probe);
  }

  private makeCall(isWanted: () => boolean): Call {
    const { era } = this;
    let isOver = false;
    const report = (isGood: boolean) => {
      const counts = !isOver && era === this.era && isWanted();
      isOver = true;
      if (counts) this.count(isGood);
    };
    return { succeeded: () => report(true), failed: () => report(false) };
  }

  private count(isGood: boolean): void {
    this.probe = undefined;
    if (this.current === 'closed') {
      this.inARow = isGood ? 0 : this.inARow + 1;
      if (this.inARow >= this.options.failures) this.open();
    } else if (isGood) {
      this.inARow += 1;
      if (this.inARow >= this.options.probes) this.change('closed');
    } else this.open();
  }

  private open(): void {
    this.openedAt = this.options.clock();
    this.change('open');
  }

  private change(state: State): void {
    this.current = state;
    this.era += 1;
    this.inARow = 0;
    this.probe = undefined;
  }
}
