"""A disk that is as treacherous as a real one."""
from .chance import Random
from .plain import copy, show


class Disk:
    """What was written can be read at once, but survives a crash for certain only after ``sync``."""

    def __init__(self):
        self._synced = {}
        self._current = {}
        self._unsynced = []
        self.syncs = 0
        """How often ``sync`` was called."""

    def read(self, name):
        """A copy of what stands under a name; None when nothing does."""
        value = self._current.get(name)
        return None if value is None else copy(value)

    def write(self, name, value):
        """Puts a whole value under a name. A torn write leaves the old value or the new one, never half of it."""
        self._apply(("write", name, copy(value)))

    def append(self, name, text):
        """Adds to the end of the text under a name. A torn append leaves any part of its beginning."""
        self._apply(("append", name, text))

    def sync(self):
        """Makes all that was written so far survive."""
        self._synced = dict(self._current)
        self._unsynced = []
        self.syncs += 1

    def size(self):
        """How much stands on it, in characters."""
        return sum(len(name) + len(show(value)) for name, value in self._current.items())

    def crash(self, fault, random=None):
        """What is left after a crash: "kept" is what was synced, "torn" that and a part of the rest, "lost" nothing."""
        survivors = _torn(self._unsynced, random or Random(0)) if fault == "torn" else []
        self._current = {} if fault == "lost" else dict(self._synced)
        for change in survivors:
            self._apply(change)
        self.sync()

    def _apply(self, change):
        self._unsynced.append(change)
        how, name, value = change
        if how == "write":
            self._current[name] = value
        else:
            before = self._current.get(name)
            self._current[name] = ("" if before is None else str(before)) + value


def _torn(changes, random):
    """The first so many changes, and the beginning of the next one if it is an append."""
    whole = random.below(len(changes) + 1)
    if whole == len(changes) or changes[whole][0] != "append":
        return changes[:whole]
    _, name, text = changes[whole]
    return changes[:whole] + [("append", name, text[: random.below(len(text) + 1)])]
