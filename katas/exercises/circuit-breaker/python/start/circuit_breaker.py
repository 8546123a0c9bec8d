class CircuitBreaker:
    """Stops calls to a service that keeps failing, and finds out carefully whether it is well again.

    failures: so many failures in a row open it
    open_ms:  how long it stays open, and how long a probe may take
    probes:   so many probes in a row must succeed to close it
    clock():  milliseconds; never goes back
    """

    def __init__(self, failures, open_ms, probes, clock):
        pass

    @property
    def state(self):
        """ "closed", "open" or "half-open"."""
        raise NotImplementedError("state is not written yet")

    def begin(self):
        """Leave to make one call: an object with succeeded() and failed(). None: do not call now."""
        raise NotImplementedError("begin is not written yet")
