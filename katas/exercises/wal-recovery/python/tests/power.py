from simulator import Disk, Random


class PowerCut(Exception):
    pass


class FragileDisk:
    """A disk that loses its power before some change, and keeps note of what was written where."""

    def __init__(self):
        self.disk = Disk()
        self.names = []
        self.letters = 0
        self._left = None

    def read(self, name):
        return self.disk.read(name)

    def write(self, name, text):
        self._use(name, text)
        self.disk.write(name, text)

    def append(self, name, text):
        self._use(name, text)
        self.disk.append(name, text)

    def sync(self):
        self._use()
        self.disk.sync()

    def fail_after(self, changes):
        """From now on so many changes (writes, appends, syncs) go well, and then none."""
        self._left = changes

    def restart(self, fault, seed=0):
        """Power is back; what had not been synced is gone, or torn."""
        self._left = None
        self.disk.crash(fault, Random(seed))

    def copy(self, **changed):
        """A disk with the same texts, some of them changed."""
        other = FragileDisk()
        for name in self.names:
            other.write(name, changed.get(name, self.read(name) or ""))
        other.sync()
        return other

    @property
    def size(self):
        """How many letters stand on it."""
        return sum(len(self.read(name) or "") for name in self.names)

    def _use(self, name=None, text=""):
        if self._left is not None:
            if self._left <= 0:
                raise PowerCut("the power is out")
            self._left -= 1
        if name is not None and name not in self.names:
            self.names.append(name)
        self.letters += len(text)


def change(store, key, value):
    if value is None:
        store.remove(key)
    else:
        store.put(key, value)


def show(store):
    return {key: store.get(key) for key in store.keys()}


def expected(changes):
    """What a store should hold after these changes."""
    values = {}
    for key, value in changes:
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
    return values


# A life with new keys, changed ones and removed ones.
LIFE = [
    ("apple", "red"),
    ("pear", "green"),
    ("apple", "golden"),
    ("plum", ""),
    ("pear", None),
    ("fig", "purple, and rather soft"),
    ("apple", None),
    ("pear", "yellow"),
]
