export type State = 'closed' | 'open' | 'half-open';
export interface BreakerOptions {
  failures: number;
  openMs: number;
  probes: number;
  clock: () => number;
}
export interface Call {
  succeeded(): void;
  failed(): void;
}

/** One object for each state; the breaker is whichever of them is current, and old calls point to an old one. */
export class CircuitBreaker {
  private phase: Closed | Open | HalfOpen;
  private readonly options: BreakerOptions;

  constructor(options: BreakerOptions) {
    this.options = options;
    this.phase = new Closed();
  }

  get state(): State {
    if (this.phase instanceof Open && this.options.clock() >= this.phase.until) this.phase = new HalfOpen();
    return this.phase.name;
  }

  begin(): Call | undefined {
    return this.state === 'open'
      ? undefined
      : (this.phase as Closed | HalfOpen).begin(this.options, (phase) => this.move(phase));
  }

  private move(phase: Closed | Open): void {
    this.phase = phase;
  }
}

type Move = (phase: Closed | Open) => void;

class Open {
  readonly name = 'open';
  readonly until: number;
  constructor({ clock, openMs }: BreakerOptions) {
    this.until = clock() + openMs;
  }
}

class Closed {
  readonly name = 'closed';
  private left = true;
  private run: boolean[] = [];
  begin(options: BreakerOptions, move: Move): Call {
    let reports = 0;
    const report = (isGood: boolean) => {
      if (!this.left || reports++ > 0) return;
      this.run = isGood ? [] : [...this.run, false];
      if (this.run.length < options.failures) return;
      this.left = false;
      move(new Open(options));
    };
    return { succeeded: () => report(true), failed: () => report(false) };
  }
}

class HalfOpen {
  readonly name = 'half-open';
  private good = 0;
  private current = 0;
  private busyUntil = -Infinity;
  private isLeft = false;
  begin(options: BreakerOptions, move: Move): Call | undefined {
    const now = options.clock();
    if (now < this.busyUntil) return undefined;
    this.busyUntil = now + options.openMs;
    const mine = ++this.current;
    const report = (isGood: boolean) => {
      if (this.isLeft || mine !== this.current) return;
      this.current += 1;
      this.busyUntil = -Infinity;
      if (isGood) this.good += 1;
      if (isGood && this.good < options.probes) return;
      this.isLeft = true;
      move(isGood ? new Closed() : new Open(options));
    };
    return { succeeded: () => report(true), failed: () => report(false) };
  }
}
