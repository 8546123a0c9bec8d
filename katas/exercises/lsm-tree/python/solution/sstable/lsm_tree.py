from bisect import bisect_right


class Run:
    """A run, and what is known of it without reading it."""

    def __init__(self, name, blocks):
        self.name = name
        self.firsts = [block[0][0] for block in blocks]  # the first key of each block
        self.last = blocks[-1][-1][0]

    def block_for(self, key):
        """The only block that may hold a key; -1 when none can."""
        return -1 if key > self.last else bisect_right(self.firsts, key) - 1


class LsmTree:
    """Writes to memory, flushes sorted runs, merges them now and then."""

    def __init__(self, storage, memtable, block_size, max_runs, hash):
        """Finds the runs that are there already."""
        self._storage = storage
        self._limit = memtable
        self._block_size = block_size
        self._memtable = {}
        names = storage.names()
        self._runs = [self._know(name, self._read_blocks(name)) for name in reversed(names)]  # newest first
        self._next_number = int(names[-1][4:]) + 1 if names else 0

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
            block = run.block_for(key)
            if block < 0:
                continue
            entries = dict(self._storage.read(run.name, block))
            if key in entries:
                return entries[key]
        return None

    def scan(self, start, end):
        """A list of (key, value) from start up to, and not including, end, in order."""
        found = {}
        # From the oldest to the newest: later entries replace earlier ones.
        for run in reversed(self._runs):
            found.update(self._read_all(run.name))
        found.update(self._memtable)
        return sorted((key, value) for key, value in found.items() if value is not None and start <= key < end)

    def flush(self):
        """Writes what is in memory as a run; nothing when nothing is."""
        if not self._memtable:
            return
        self._runs.insert(0, self._write_run(sorted(self._memtable.items())))
        self._memtable = {}

    def _set(self, key, value):
        self._memtable[key] = value
        if len(self._memtable) >= self._limit:
            self.flush()

    def _write_run(self, entries):
        name = f"run-{self._next_number:08d}"
        self._next_number += 1
        blocks = [entries[at : at + self._block_size] for at in range(0, len(entries), self._block_size)]
        self._storage.write(name, blocks)
        return self._know(name, blocks)

    def _know(self, name, blocks):
        return Run(name, blocks)

    def _read_blocks(self, name):
        return [self._storage.read(name, block) for block in range(self._storage.count(name))]

    def _read_all(self, name):
        return {key: value for block in self._read_blocks(name) for key, value in block}
