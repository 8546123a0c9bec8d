/** A comparator: negative when `left` comes first, positive when `right` does, 0 when it does not matter. */
export type Compare<T> = (left: T, right: T) => number;

/** Smaller numbers first. Negative: `left` comes first; positive: `right` does; 0: it does not matter. */
export function byValue<T>(left: T, right: T): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

export class MinHeap<T> {
  constructor(compare: Compare<T> = byValue) {}

  /** A heap of all items, made in O(n). The array is left as it is. */
  static from<T>(items: readonly T[], compare: Compare<T> = byValue): MinHeap<T> {
    throw new Error('MinHeap.from is not written yet');
  }

  get size(): number {
    throw new Error('size is not written yet');
  }

  push(item: T): void {
    throw new Error('push is not written yet');
  }

  /** Takes out the item that comes first; undefined when there is none. */
  pop(): T | undefined {
    throw new Error('pop is not written yet');
  }

  /** The item that comes first, left in the heap; undefined when there is none. */
  peek(): T | undefined {
    throw new Error('peek is not written yet');
  }
}
