/**
 * Stops calls to a service that keeps failing, and finds out carefully whether it is well again.
 *
 *   closed ── failures in a row ──▶ open ── openMs ──▶ half-open ── probes succeed ──▶ closed
 *                                    ▲───────────── a probe fails ──┘
 */
export class CircuitBreaker {
  options;
  current = 'closed';
  openedAt = 0;
  /** Failures in a row while closed, successes in a row while half-open. */
  inARow = 0;
  /** Counts changes of state: a report from before the last change means nothing now. */
  era = 0;
  probe;

  constructor(options) {
    this.options = options;
  }

  get state() {
    const { openMs, clock } = this.options;
    if (this.current === 'open' && clock() - this.openedAt >= openMs) this.change('half-open');
    return this.current;
  }

  /** Leave to make one call, or undefined: do not call now. */
  begin() {
    const { state } = this;
    if (state === 'open') return undefined;
    const now = this.options.clock();
    if (state === 'closed') return this.makeCall(() => true);
    if (this.probe && now - this.probe.begunAt < this.options.openMs) return undefined;
    const probe = { begunAt: now };
    this.probe = probe;
    return this.makeCall(() => this.probe === probe);
  }

  makeCall(isWanted) {
    const { era } = this;
    let isOver = false;
    const report = (isGood) => {
      const counts = !isOver && era === this.era && isWanted();
      isOver = true;
      if (counts) this.count(isGood);
    };
    return { succeeded: () => report(true), failed: () => report(false) };
  }

  count(isGood) {
    this.probe = undefined;
    if (this.current === 'closed') {
      this.inARow = isGood ? 0 : this.inARow + 1;
      if (this.inARow >= this.options.failures) this.open();
    } else if (isGood) {
      this.inARow += 1;
      if (this.inARow >= this.options.probes) this.change('closed');
    } else this.open();
  }

  open() {
    this.openedAt = this.options.clock();
    this.change('open');
  }

  change(state) {
    this.current = state;
    this.era += 1;
    this.inARow = 0;
    this.probe = undefined;
  }
}
