class TokenBucket:
    """A bucket that fills evenly and holds no more than its capacity; each call takes tokens out.

    clock() is the time in milliseconds since some moment; it may be set back.
    """

    def __init__(self, capacity, per_second, clock):
        """Full at first."""

    def take(self, cost=1):
        """Takes cost tokens and answers True, or takes nothing and answers False."""
        raise NotImplementedError("take is not written yet")

    def wait_for(self, cost=1):
        """After how many whole milliseconds take(cost) could succeed: 0 now, math.inf never."""
        raise NotImplementedError("wait_for is not written yet")
