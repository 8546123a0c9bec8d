class LsmTree:
    """Writes to memory, flushes sorted runs, merges them now and then."""

    def __init__(self, storage, memtable, block_size, max_runs, hash):
        self._storage = storage
        self._limit = memtable
        self._block_size = block_size
        self._memtable = {}
        self._runs = []  # the names of all runs, newest first

    def put(self, key, value):
        """Keeps a value."""
        self._set(key, value)

    def remove(self, key):
        """Forgets a key."""
        self._set(key, None)

    def get(self, key):
        """The value of a key; None when there is none."""
        if key in self._memtable:
            return self._memtable[key]
        for run in self._runs:
            entries = self._read_all(run)
            if key in entries:
                return entries[key]
        return None

    def scan(self, start, end):
        """A list of (key, value) from start up to, and not including, end, in order."""
        found = {}
        # From the oldest to the newest: later entries replace earlier ones.
        for run in reversed(self._runs):
            found.update(self._read_all(run))
        found.update(self._memtable)
        return sorted((key, value) for key, value in found.items() if value is not None and start <= key < end)

    def flush(self):
        """Writes what is in memory as a run; nothing when nothing is."""
        if not self._memtable:
            return
        entries = sorted(self._memtable.items())
        name = f"run-{len(self._runs):08d}"
        blocks = [entries[at : at + self._block_size] for at in range(0, len(entries), self._block_size)]
        self._storage.write(name, blocks)
        self._runs.insert(0, name)
        self._memtable = {}

    def _set(self, key, value):
        self._memtable[key] = value
        if len(self._memtable) >= self._limit:
            self.flush()

    def _read_all(self, run):
        blocks = [self._storage.read(run, block) for block in range(self._storage.count(run))]
        return {key: value for block in blocks for key, value in block}
