def cycle_start(head):
    """The node at which the cycle of a linked list begins: the first one that is reached a second time.

    A node has a value and a next, which is another node or None at the end of the list. A list that ends has no cycle;
    then the answer is None. So it is for None, the empty list.
    """
    meeting = find_meeting(head)
    if meeting is None:
        return None
    # From the head to the cycle it is as far as from the meeting to the same place, give or take whole rounds.
    from_head, from_meeting = head, meeting
    while from_head is not from_meeting:
        from_head = from_head.next
        from_meeting = from_meeting.next
    return from_head


def find_meeting(head):
    """Where a walker of two nodes a step catches up with one of one node a step; None when the list ends."""
    slow = fast = head
    while fast is not None and fast.next is not None:
        slow = slow.next
        fast = fast.next.next
        if slow is fast:
            return slow
    return None
