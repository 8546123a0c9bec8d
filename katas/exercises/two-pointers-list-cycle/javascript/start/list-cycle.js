/**
 * The node at which the cycle of a linked list begins: the first one that is reached a second time.
 * A node has a `value` and a `next`, which is another node, or `null` at the end of the list. A list that ends has no
 * cycle; then the answer is `null`. So it is for `null`, the empty list.
 */
export function cycleStart(head) {
  throw new Error('cycleStart is not written yet');
}
