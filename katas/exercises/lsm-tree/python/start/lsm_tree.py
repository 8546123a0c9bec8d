class LsmTree:
    """Writes to memory, flushes sorted runs, merges them now and then.

    memtable:   so many keys in memory are written out as a run
    block_size: most entries of a block
    max_runs:   more runs than this are merged into one
    hash(text, seed): a number from 0 to 4294967295, another one for each seed (last stage)

    The storage keeps runs. A run is written once, in blocks of entries (key, value); value None: removed.
        storage.write(name, blocks)   writes a whole run, all or nothing
        storage.read(name, block)     reads one block of a run; the first has the number 0
        storage.count(name)           how many blocks a run has
        storage.remove(name)
        storage.names()               the names of all runs, in alphabetical order
    """

    def __init__(self, storage, memtable, block_size, max_runs, hash):
        """From the second stage on it finds the runs that are there already."""

    def put(self, key, value):
        """Keeps a value."""
        raise NotImplementedError("put is not written yet")

    def remove(self, key):
        """Forgets a key."""
        raise NotImplementedError("remove is not written yet")

    def get(self, key):
        """The value of a key; None when there is none."""
        raise NotImplementedError("get is not written yet")

    def scan(self, start, end):
        """A list of (key, value) from start up to, and not including, end, in order."""
        raise NotImplementedError("scan is not written yet")

    def flush(self):
        """Writes what is in memory as a run; nothing when nothing is."""
        raise NotImplementedError("flush is not written yet")

    def compact(self):
        """From the third stage on: merges all runs into one at most."""
        raise NotImplementedError("compact is not written yet")
