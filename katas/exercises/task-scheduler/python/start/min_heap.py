def by_value(left, right):
    """Smaller numbers first. Negative: left comes first; positive: right does; 0: it does not matter."""
    if left < right:
        return -1
    return 1 if left > right else 0


class MinHeap:
    def __init__(self, compare=by_value):
        """compare(left, right): negative when left comes first, positive when right does, 0 when it does not matter."""

    @classmethod
    def from_items(cls, items, compare=by_value):
        """A heap of all items, made in O(n). The list is left as it is."""
        raise NotImplementedError("from_items is not written yet")

    def __len__(self):
        raise NotImplementedError("len is not written yet")

    def push(self, item):
        raise NotImplementedError("push is not written yet")

    def pop(self):
        """Takes out the item that comes first; IndexError when there is none."""
        raise NotImplementedError("pop is not written yet")

    def peek(self):
        """The item that comes first, left in the heap; IndexError when there is none."""
        raise NotImplementedError("peek is not written yet")
