/** Smaller numbers first. Negative: `left` comes first; positive: `right` does; 0: it does not matter. */
export function byValue(left, right) {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

export class MinHeap {
  constructor(compare = byValue) {}

  /** A heap of all items, made in O(n). The array is left as it is. */
  static from(items, compare = byValue) {
    throw new Error('MinHeap.from is not written yet');
  }

  get size() {
    throw new Error('size is not written yet');
  }

  push(item) {
    throw new Error('push is not written yet');
  }

  /** Takes out the item that comes first; undefined when there is none. */
  pop() {
    throw new Error('pop is not written yet');
  }

  /** The item that comes first, left in the heap; undefined when there is none. */
  peek() {
    throw new Error('peek is not written yet');
  }
}
