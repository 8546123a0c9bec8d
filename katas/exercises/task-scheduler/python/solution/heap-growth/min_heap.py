def by_value(left, right):
    """Smaller numbers first. Negative: left comes first; positive: right does; 0: it does not matter."""
    if left < right:
        return -1
    return 1 if left > right else 0


class MinHeap:
    """A tree in a list: the children of place p stand at 2p+1 and 2p+2, and no child comes before its parent.

             0
         1       2
       3   4   5   6
    """

    def __init__(self, compare=by_value):
        """compare(left, right): negative when left comes first, positive when right does, 0 when it does not matter."""
        self._compare = compare
        self._items = []

    @classmethod
    def from_items(cls, items, compare=by_value):
        """A heap of all items, made in O(n). The list is left as it is."""
        heap = cls(compare)
        heap._items = list(items)
        # Half of all places have no children, and most of the others sink a step or two: that is why the sum is O(n).
        for place in range(len(heap._items) // 2 - 1, -1, -1):
            heap._sink(place)
        return heap

    def __len__(self):
        return len(self._items)

    def push(self, item):
        self._items.append(item)
        self._rise(len(self._items) - 1)

    def pop(self):
        """Takes out the item that comes first; IndexError when there is none."""
        first = self.peek()
        self._swap(0, len(self._items) - 1)
        self._items.pop()
        self._sink(0)
        return first

    def peek(self):
        """The item that comes first, left in the heap; IndexError when there is none."""
        if not self._items:
            raise IndexError("the heap is empty")
        return self._items[0]

    def _rise(self, place):
        while place > 0:
            parent = (place - 1) // 2
            if not self._comes_before(place, parent):
                return
            self._swap(place, parent)
            place = parent

    def _sink(self, place):
        while True:
            child = self._first_child(place)
            if child >= len(self._items) or not self._comes_before(child, place):
                return
            self._swap(place, child)
            place = child

    def _first_child(self, place):
        """The child that comes first; past the end when there is none."""
        left = 2 * place + 1
        right = left + 1
        return right if right < len(self._items) and self._comes_before(right, left) else left

    def _comes_before(self, place, other):
        return self._compare(self._items[place], self._items[other]) < 0

    def _swap(self, place, other):
        self._items[place], self._items[other] = self._items[other], self._items[place]
