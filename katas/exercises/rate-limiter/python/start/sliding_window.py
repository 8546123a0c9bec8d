class SlidingWindow:
    """Allows each key `limit` calls in any stretch of window_ms."""

    def __init__(self, limit, window_ms, clock):
        """clock() is the time in milliseconds since some moment."""

    def allow(self, key):
        """Whether this call may go through. Calls that may not are not counted."""
        raise NotImplementedError("allow is not written yet")

    def __len__(self):
        """How many keys have calls inside the window; the others are forgotten."""
        raise NotImplementedError("len is not written yet")
