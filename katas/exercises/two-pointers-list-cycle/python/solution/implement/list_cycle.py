def cycle_start(head):
    """The node at which the cycle of a linked list begins: the first one that is reached a second time.

    A node has a value and a next, which is another node or None at the end of the list. A list that ends has no cycle;
    then the answer is None. So it is for None, the empty list.
    """
    passed = 0
    node = head
    while node is not None:
        # Was this node passed before? Walk again from the head, as far as we have come.
        earlier = head
        for _ in range(passed):
            if earlier is node:
                return node
            earlier = earlier.next
        passed += 1
        node = node.next
    return None
