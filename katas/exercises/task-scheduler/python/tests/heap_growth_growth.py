from min_heap import MinHeap

ROUNDS = 64


def make_items(count, order, random, first):
    """`count` numbers; ascending ones come after all numbers of earlier calls, descending ones before them."""
    if order == "random":
        return [random() for _ in range(count)]
    return [first + place if order == "ascending" else -first - place for place in range(count)]


def prepare(n, order, random):
    """A heap that holds `n` items already, and a few more to push while it is watched."""
    heap = MinHeap()
    for item in make_items(n + 1, order, random, 0):
        heap.push(item)
    heap.pop()
    return heap, make_items(ROUNDS, order, random, n + 1)


def run(given):
    """As many pushes and pops whatever `n` is: what grows is the cost of one of them."""
    heap, items = given
    for item in items:
        heap.push(item)
        heap.pop()
