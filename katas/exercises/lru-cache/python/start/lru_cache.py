def one(key, value):
    """How much of the capacity an entry takes, as long as nothing else is said."""
    return 1


class LruCache:
    """Keeps what was used last: when it is full, the entry that nobody has used for longest goes."""

    def __init__(self, capacity, weigh=one):
        """Stages one and two: every entry weighs 1. The last stage hands in weigh(key, value)."""

    def __len__(self):
        raise NotImplementedError("len is not written yet")

    def get(self, key):
        """The value of a key, None when it is not kept. Counts as a use."""
        raise NotImplementedError("get is not written yet")

    def peek(self, key):
        """Like get, but nobody notices: no use is counted."""
        raise NotImplementedError("peek is not written yet")

    def put(self, key, value):
        """Keeps a value, in the place of the one the key had. Counts as a use."""
        raise NotImplementedError("put is not written yet")

    def delete(self, key):
        """Whether there was something to forget."""
        raise NotImplementedError("delete is not written yet")

    def keys(self):
        """A list of all keys, from the one not used for longest to the one used last."""
        raise NotImplementedError("keys is not written yet")
