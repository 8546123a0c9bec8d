/**
 * Virtual time in milliseconds. Nothing waits: time jumps to the next thing that is due. Things that are due at the same
 * time happen in the order in which they were asked for.
 */
export class VirtualClock {
  time = 0;
  asked = 0;
  heap = [];

  now() {
    return this.time;
  }

  /** Calls `action` in `delay` milliseconds; answers what cancels it. */
  after(delay, action) {
    const due = { at: this.time + Math.max(0, delay), order: this.asked++, action };
    this.push(due);
    return () => (due.action = undefined);
  }

  /** Lets the next thing happen, if one is due by `until`; false when none is. */
  step(until = Infinity) {
    while (this.heap.length > 0 && this.heap[0].at <= until) {
      const { at, action } = this.pop();
      if (!action) continue;
      this.time = at;
      action();
      return true;
    }
    return false;
  }

  /** Lets everything happen that is due by then; afterwards it is `until`. */
  runUntil(until) {
    while (this.step(until));
    this.time = Math.max(this.time, until);
  }

  push(due) {
    const { heap } = this;
    let at = heap.push(due) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(heap[parent], due)) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = due;
  }

  pop() {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (isBefore(last, heap[child])) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

const isBefore = (one, other) => one.at < other.at || (one.at === other.at && one.order < other.order);
