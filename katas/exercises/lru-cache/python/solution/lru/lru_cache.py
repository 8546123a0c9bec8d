class LruCache:
    """Keeps what was used last: when it is full, the entry that nobody has used for longest goes."""

    def __init__(self, capacity):
        self._capacity = capacity
        self._entries = []  # (key, value), from the one not used for longest to the one used last

    def __len__(self):
        return len(self._entries)

    def get(self, key):
        """The value of a key, None when it is not kept. Counts as a use."""
        for entry in self._entries:
            if entry[0] == key:
                self._entries.remove(entry)
                self._entries.append(entry)
                return entry[1]
        return None

    def peek(self, key):
        """Like get, but nobody notices: no use is counted."""
        return dict(self._entries).get(key)

    def put(self, key, value):
        """Keeps a value, in the place of the one the key had. Counts as a use."""
        self.delete(key)
        self._entries.append((key, value))
        if len(self._entries) > self._capacity:
            self._entries.pop(0)

    def delete(self, key):
        """Whether there was something to forget."""
        before = len(self._entries)
        self._entries = [entry for entry in self._entries if entry[0] != key]
        return len(self._entries) < before

    def keys(self):
        """A list of all keys, from the one not used for longest to the one used last."""
        return [key for key, _ in self._entries]
