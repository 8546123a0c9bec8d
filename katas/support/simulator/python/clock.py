"""Virtual time."""
import heapq


class VirtualClock:
    """Time in milliseconds. Nothing waits: time jumps to the next thing that is due.

    Things that are due at the same time happen in the order in which they were asked for.
    """

    def __init__(self):
        self._time = 0
        self._asked = 0
        self._heap = []

    def now(self):
        return self._time

    def after(self, delay, action):
        """Calls ``action`` in ``delay`` milliseconds; answers what cancels it."""
        due = [self._time + max(0, delay), self._asked, action]
        self._asked += 1
        heapq.heappush(self._heap, due)

        def cancel():
            due[2] = None

        return cancel

    def step(self, until=float("inf")):
        """Lets the next thing happen, if one is due by ``until``; False when none is."""
        while self._heap and self._heap[0][0] <= until:
            at, _, action = heapq.heappop(self._heap)
            if action is None:
                continue
            self._time = at
            action()
            return True
        return False

    def run_until(self, until):
        """Lets everything happen that is due by then; afterwards it is ``until``."""
        while self.step(until):
            pass
        self._time = max(self._time, until)
