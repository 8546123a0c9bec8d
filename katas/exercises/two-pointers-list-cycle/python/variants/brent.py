def cycle_start(head):
    """The node at which the cycle of a linked list begins: the first one that is reached a second time.

    A node has a value and a next, which is another node or None at the end of the list. A list that ends has no cycle;
    then the answer is None. So it is for None, the empty list.
    """
    inside = node_in_cycle(head)
    if inside is None:
        return None
    length = 1
    walker = inside.next
    while walker is not inside:
        walker = walker.next
        length += 1
    ahead = head
    for _ in range(length):
        ahead = ahead.next
    behind = head
    while behind is not ahead:
        behind, ahead = behind.next, ahead.next
    return behind


def node_in_cycle(head):
    slow, fast = head, head
    while fast and fast.next:
        slow, fast = slow.next, fast.next.next
        if slow is fast:
            return slow
    return None
