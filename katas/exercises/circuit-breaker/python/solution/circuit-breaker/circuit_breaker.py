class Call:
    """Leave to make one call; says afterwards how it went, once."""

    def __init__(self, report):
        self._report = report

    def succeeded(self):
        self._say(True)

    def failed(self):
        self._say(False)

    def _say(self, is_good):
        report, self._report = self._report, None
        if report:
            report(self, is_good)


class CircuitBreaker:
    """Stops calls to a service that keeps failing, and finds out carefully whether it is well again.

    failures: so many failures in a row open it
    open_ms:  how long it stays open, and how long a probe may take
    probes:   so many probes in a row must succeed to close it
    clock():  milliseconds; never goes back

      closed -- failures in a row --> open -- open_ms --> half-open -- probes succeed --> closed
                                       ^------------- a probe fails --'
    """

    def __init__(self, failures, open_ms, probes, clock):
        self._failures = failures
        self._open_ms = open_ms
        self._probes = probes
        self._clock = clock
        self._state = "closed"
        self._opened_at = 0
        self._in_a_row = 0  # failures while closed, successes while half-open
        self._era = 0  # counts changes of state: a report from before the last change means nothing now
        self._probe = None
        self._probe_begun_at = 0

    @property
    def state(self):
        """ "closed", "open" or "half-open"."""
        if self._state == "open" and self._clock() - self._opened_at >= self._open_ms:
            self._change("half-open")
        return self._state

    def begin(self):
        """Leave to make one call: an object with succeeded() and failed(). None: do not call now."""
        state = self.state
        if state == "open":
            return None
        era = self._era
        if state == "closed":
            return Call(lambda call, is_good: era == self._era and self._count(is_good))
        now = self._clock()
        if self._probe and now - self._probe_begun_at < self._open_ms:
            return None
        self._probe = Call(lambda call, is_good: era == self._era and call is self._probe and self._count(is_good))
        self._probe_begun_at = now
        return self._probe

    def _count(self, is_good):
        self._probe = None
        if self._state == "closed":
            self._in_a_row = 0 if is_good else self._in_a_row + 1
            if self._in_a_row >= self._failures:
                self._open()
        elif is_good:
            self._in_a_row += 1
            if self._in_a_row >= self._probes:
                self._change("closed")
        else:
            self._open()

    def _open(self):
        self._opened_at = self._clock()
        self._change("open")

    def _change(self, state):
        self._state = state
        self._era += 1
        self._in_a_row = 0
        self._probe = None
