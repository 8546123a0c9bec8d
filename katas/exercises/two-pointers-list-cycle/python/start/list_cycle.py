def cycle_start(head):
    """The node at which the cycle of a linked list begins: the first one that is reached a second time.

    A node has a value and a next, which is another node or None at the end of the list. A list that ends has no cycle;
    then the answer is None. So it is for None, the empty list.
    """
    raise NotImplementedError("cycle_start is not written yet")
