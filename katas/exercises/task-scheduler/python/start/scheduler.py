from min_heap import MinHeap


class Scheduler:
    """Hands out tasks: the smallest priority number first, and among equals the one that has been ready longest."""

    def add(self, id, priority, after=()):
        """ValueError when the id is known already, or when the task would wait for itself."""
        raise NotImplementedError("add is not written yet")

    def next(self):
        """The next ready task, which is running from now on; None when none is ready."""
        raise NotImplementedError("next is not written yet")

    def done(self, id):
        """Says that a running task has finished."""
        raise NotImplementedError("done is not written yet")

    def cancel(self, id):
        """Takes out a task that has not been handed out yet."""
        raise NotImplementedError("cancel is not written yet")

    def reschedule(self, id, priority):
        """Gives a task that has not been handed out yet another priority."""
        raise NotImplementedError("reschedule is not written yet")
