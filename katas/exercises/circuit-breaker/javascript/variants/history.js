/** One object for each state; the breaker is whichever of them is current, and old calls point to an old one. */
export class CircuitBreaker {
  phase;
  options;

  constructor(options) {
    this.options = options;
    this.phase = new Closed();
  }

  get state() {
    if (this.phase instanceof Open && this.options.clock() >= this.phase.until) this.phase = new HalfOpen();
    return this.phase.name;
  }

  begin() {
    return this.state === 'open' ? undefined : this.phase.begin(this.options, (phase) => this.move(phase));
  }

  move(phase) {
    this.phase = phase;
  }
}

class Open {
  name = 'open';
  until;
  constructor({ clock, openMs }) {
    this.until = clock() + openMs;
  }
}

class Closed {
  name = 'closed';
  left = true;
  run = [];
  begin(options, move) {
    let reports = 0;
    const report = (isGood) => {
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
  name = 'half-open';
  good = 0;
  current = 0;
  busyUntil = -Infinity;
  isLeft = false;
  begin(options, move) {
    const now = options.clock();
    if (now < this.busyUntil) return undefined;
    this.busyUntil = now + options.openMs;
    const mine = ++this.current;
    const report = (isGood) => {
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
