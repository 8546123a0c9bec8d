from collections import OrderedDict


class LruCache:
    """Keeps what was used last: when it is full, the entry that nobody has used for longest goes."""

    def __init__(self, capacity):
        self._capacity = capacity
        self._values = OrderedDict()  # the first key is the one not used for longest

    def __len__(self):
        return len(self._values)

    def get(self, key):
        """The value of a key, None when it is not kept. Counts as a use."""
        if key not in self._values:
            return None
        self._values.move_to_end(key)
        return self._values[key]

    def peek(self, key):
        """Like get, but nobody notices: no use is counted."""
        return self._values.get(key)

    def put(self, key, value):
        """Keeps a value, in the place of the one the key had. Counts as a use."""
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._capacity:
            self._values.popitem(last=False)

    def delete(self, key):
        """Whether there was something to forget."""
        if key not in self._values:
            return False
        del self._values[key]
        return True

    def keys(self):
        """A list of all keys, from the one not used for longest to the one used last."""
        return list(self._values)
