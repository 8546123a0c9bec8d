from collections import OrderedDict


def one(key, value):
    """How much of the capacity an entry takes, as long as nothing else is said."""
    return 1


class LruCache:
    """Keeps what was used last: when it is full, the entry that nobody has used for longest goes."""

    def __init__(self, capacity, weigh=one):
        self._capacity = capacity
        self._weigh = weigh
        self._kept = OrderedDict()  # key: (value, weight); the first key is the one not used for longest
        self._weight = 0

    def __len__(self):
        return len(self._kept)

    def get(self, key):
        """The value of a key, None when it is not kept. Counts as a use."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def peek(self, key):
        """Like get, but nobody notices: no use is counted."""
        return self._kept[key][0] if key in self._kept else None

    def put(self, key, value):
        """Keeps a value, in the place of the one the key had. Counts as a use."""
        weight = self._weigh(key, value)
        self.delete(key)
        if weight > self._capacity:
            return
        self._kept[key] = (value, weight)
        self._weight += weight
        while self._weight > self._capacity:
            self.delete(next(iter(self._kept)))

    def delete(self, key):
        """Whether there was something to forget."""
        if key not in self._kept:
            return False
        _, weight = self._kept.pop(key)
        self._weight -= weight
        return True

    def keys(self):
        """A list of all keys, from the one not used for longest to the one used last."""
        return list(self._kept)
