class CircuitBreaker:
    """One object for each state; the breaker is whichever of them is current, and old calls point to an old one."""

    def __init__(self, failures, open_ms, probes, clock):
        self.failures, self.open_ms, self.probes, self.clock = failures, open_ms, probes, clock
        self.phase = Closed(self)

    @property
    def state(self):
        if isinstance(self.phase, Open) and self.clock() >= self.phase.until:
            self.phase = HalfOpen(self)
        return self.phase.name

    def begin(self):
        return None if self.state == "open" else self.phase.begin()


class Call:
    def __init__(self, phase):
        self.phase = phase

    def succeeded(self):
        self.report(True)

    def failed(self):
        self.report(False)

    def report(self, is_good):
        phase, self.phase = self.phase, None
        if phase is not None and phase.breaker.phase is phase:
            phase.hear(self, is_good)


class Open:
    name = "open"

    def __init__(self, breaker):
        self.breaker = breaker
        self.until = breaker.clock() + breaker.open_ms


class Closed:
    name = "closed"

    def __init__(self, breaker):
        self.breaker = breaker
        self.left = breaker.failures

    def begin(self):
        return Call(self)

    def hear(self, call, is_good):
        self.left = self.breaker.failures if is_good else self.left - 1
        if self.left == 0:
            self.breaker.phase = Open(self.breaker)


class HalfOpen:
    name = "half-open"

    def __init__(self, breaker):
        self.breaker = breaker
        self.left = breaker.probes
        self.probe = None
        self.until = 0

    def begin(self):
        now = self.breaker.clock()
        if self.probe and now < self.until:
            return None
        self.until = now + self.breaker.open_ms
        self.probe = Call(self)
        return self.probe

    def hear(self, call, is_good):
        if call is not self.probe:
            return
        self.probe = None
        self.left -= 1
        if not is_good:
            self.breaker.phase = Open(self.breaker)
        elif self.left == 0:
            self.breaker.phase = Closed(self.breaker)
