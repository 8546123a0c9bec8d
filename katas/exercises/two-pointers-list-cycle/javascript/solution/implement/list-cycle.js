/**
 * The node at which the cycle of a linked list begins: the first one that is reached a second time.
 * A node has a `value` and a `next`, which is another node, or `null` at the end of the list. A list that ends has no
 * cycle; then the answer is `null`. So it is for `null`, the empty list.
 */
export function cycleStart(head) {
  let passed = 0;
  for (let node = head; node !== null; node = node.next) {
    // Was this node passed before? Walk again from the head, as far as we have come.
    let earlier = head;
    for (let step = 0; step < passed && earlier !== null; step += 1) {
      if (earlier === node) return node;
      earlier = earlier.next;
    }
    passed += 1;
  }
  return null;
}
