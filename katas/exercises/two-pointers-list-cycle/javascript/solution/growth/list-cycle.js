/**
 * The node at which the cycle of a linked list begins: the first one that is reached a second time.
 * A node has a `value` and a `next`, which is another node, or `null` at the end of the list. A list that ends has no
 * cycle; then the answer is `null`. So it is for `null`, the empty list.
 */
export function cycleStart(head) {
  const meeting = findMeeting(head);
  if (meeting === null) return null;
  // From the head to the cycle it is as far as from the meeting to the same place, give or take whole rounds.
  let fromHead = head;
  let fromMeeting = meeting;
  while (fromHead !== fromMeeting) {
    fromHead = fromHead?.next ?? null;
    fromMeeting = fromMeeting?.next ?? null;
  }
  return fromHead;
}

/** Where a walker of two nodes a step catches up with one of one node a step; `null` when the list ends. */
function findMeeting(head) {
  let slow = head;
  let fast = head;
  while (slow && fast?.next) {
    slow = slow.next;
    fast = fast.next.next;
    if (slow === fast) return slow;
  }
  return null;
}
