export interface ListNode {
  readonly value: number;
  readonly next: ListNode | null;
}

/**
 * The node at which the cycle of a linked list begins: the first one that is reached a second time.
 * A node has a `value` and a `next`, which is another node, or `null` at the end of the list. A list that ends has no
 * cycle; then the answer is `null`. So it is for `null`, the empty list.
 */
export function cycleStart(head: ListNode | null): ListNode | null {
  const length = cycleLength(head);
  if (length === 0) return null;
  // Two walkers, one round apart: they meet where the round begins.
  let ahead = head;
  for (let step = 0; step < length; step++) ahead = ahead!.next;
  let behind = head;
  while (behind !== ahead) {
    behind = behind!.next;
    ahead = ahead!.next;
  }
  return behind;
}

/** Brent's way: a marker waits while a runner goes on for 1, 2, 4, 8 … nodes, then jumps to the runner. */
function cycleLength(head: ListNode | null): number {
  let marker = head;
  let runner = head?.next ?? null;
  let length = 1;
  let patience = 1;
  while (runner !== null && runner !== marker) {
    if (length === patience) {
      marker = runner;
      patience *= 2;
      length = 0;
    }
    runner = runner.next;
    length++;
  }
  return runner === null ? 0 : length;
}
