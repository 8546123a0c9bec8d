from list_cycle import cycle_start


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


def prepare(n, order, _random):
    """A list of n nodes: one that ends, one that is all cycle, or one whose last node leads back to the middle."""
    nodes = [Node(value) for value in range(n)]
    for node, following in zip(nodes, nodes[1:]):
        node.next = following
    if order != "ascending":
        nodes[-1].next = nodes[0 if order == "descending" else n // 2]
    return nodes[0]


def run(head):
    start = cycle_start(head)
    return None if start is None else start.value
