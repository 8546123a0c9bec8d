/** A comparator: negative when `left` comes first, positive when `right` does, 0 when it does not matter. */
export type Compare<T> = (left: T, right: T) => number;

/** Smaller numbers first. Negative: `left` comes first; positive: `right` does; 0: it does not matter. */
export function byValue<T>(left: T, right: T): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

/**
 * A tree in an array: the children of place p stand at 2p+1 and 2p+2, and no child comes before its parent.
 *
 *              0
 *          1       2
 *        3   4   5   6
 */
export class MinHeap<T> {
  private items: T[] = [];
  private readonly compare: Compare<T>;

  constructor(compare: Compare<T> = byValue) {
    this.compare = compare;
  }

  /** A heap of all items, made in O(n). The array is left as it is. */
  static from<T>(items: readonly T[], compare: Compare<T> = byValue): MinHeap<T> {
    const heap = new MinHeap<T>(compare);
    heap.items = [...items];
    // Half of all places have no children, and most of the others sink a step or two: that is why the sum is O(n).
    for (let place = Math.floor(items.length / 2) - 1; place >= 0; place -= 1) heap.sink(place);
    return heap;
  }

  get size(): number {
    return this.items.length;
  }

  push(item: T): void {
    this.items.push(item);
    this.rise(this.items.length - 1);
  }

  /** Takes out the item that comes first; undefined when there is none. */
  pop(): T | undefined {
    if (this.items.length === 0) return undefined;
    const first = this.items[0];
    this.swap(0, this.items.length - 1);
    this.items.pop();
    this.sink(0);
    return first;
  }

  /** The item that comes first, left in the heap; undefined when there is none. */
  peek(): T | undefined {
    return this.items[0];
  }

  private rise(place: number): void {
    while (place > 0) {
      const parent = Math.floor((place - 1) / 2);
      if (!this.comesBefore(place, parent)) return;
      this.swap(place, parent);
      place = parent;
    }
  }

  private sink(place: number): void {
    while (true) {
      const child = this.firstChild(place);
      if (child >= this.items.length || !this.comesBefore(child, place)) return;
      this.swap(place, child);
      place = child;
    }
  }

  /** The child that comes first; past the end when there is none. */
  private firstChild(place: number): number {
    const left = 2 * place + 1;
    const right = left + 1;
    return right < this.items.length && this.comesBefore(right, left) ? right : left;
  }

  private comesBefore(place: number, other: number): boolean {
    return this.compare(this.items[place], this.items[other]) < 0;
  }

  private swap(place: number, other: number): void {
    const item = this.items[place];
    this.items[place] = this.items[other];
    this.items[other] = item;
  }
}
