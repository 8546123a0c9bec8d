def by_value(left, right):
    return (left > right) - (left < right)


class MinHeap:
    def __init__(self, compare=by_value):
        self.compare = compare
        self.tree = [None]

    @classmethod
    def from_items(cls, items, compare=by_value):
        heap = cls(compare)
        heap.tree.extend(items)
        for place in reversed(range(1, len(heap.tree) // 2 + 1)):
            heap.down(place)
        return heap

    def __len__(self):
        return len(self.tree) - 1

    def push(self, item):
        place = len(self.tree)
        self.tree.append(item)
        while place > 1 and self.compare(item, self.tree[place // 2]) < 0:
            self.tree[place] = self.tree[place // 2]
            place //= 2
        self.tree[place] = item

    def pop(self):
        top = self.peek()
        last = self.tree.pop()
        if len(self):
            self.tree[1] = last
            self.down(1)
        return top

    def peek(self):
        if not len(self):
            raise IndexError("empty")
        return self.tree[1]

    def down(self, place):
        best = place
        for child in (2 * place, 2 * place + 1):
            if child < len(self.tree) and self.compare(self.tree[child], self.tree[best]) < 0:
                best = child
        if best != place:
            self.tree[place], self.tree[best] = self.tree[best], self.tree[place]
            self.down(best)
