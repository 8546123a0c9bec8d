/** A comparator: negative when `left` comes first, positive when `right` does, 0 when it does not matter. */
export type Compare<T> = (left: T, right: T) => number;

export function byValue<T>(left: T, right: T): number {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

/** The children of place `i` stand at `4i + 1` to `4i + 4`. */
export class MinHeap<T> {
  #items: T[] = [];
  readonly #compare: Compare<T>;

  constructor(compare: Compare<T> = byValue) {
    this.#compare = compare;
  }

  static from<T>(items: readonly T[], compare: Compare<T> = byValue): MinHeap<T> {
    const heap = new MinHeap(compare);
    heap.#items = items.slice();
    for (let place = (items.length - 2) >> 2; place >= 0; place--) heap.#down(place);
    return heap;
  }

  get size(): number {
    return this.#items.length;
  }

  push(item: T): void {
    this.#items.push(item);
    this.#up(this.#items.length - 1);
  }

  pop(): T | undefined {
    if (this.size === 0) return undefined;
    const first = this.#items[0];
    const last = this.#items.pop()!;
    if (this.size > 0) {
      this.#items[0] = last;
      this.#down(0);
    }
    return first;
  }

  peek(): T | undefined {
    return this.#items[0];
  }

  #up(place: number): void {
    const parent = (place - 1) >> 2;
    if (place === 0 || this.#compare(this.#items[place]!, this.#items[parent]!) >= 0) return;
    this.#swap(place, parent);
    this.#up(parent);
  }

  #down(place: number): void {
    let best = place;
    for (let child = 4 * place + 1; child <= 4 * place + 4 && child < this.size; child++)
      if (this.#compare(this.#items[child]!, this.#items[best]!) < 0) best = child;
    if (best === place) return;
    this.#swap(place, best);
    this.#down(best);
  }

  #swap(one: number, other: number): void {
    [this.#items[one], this.#items[other]] = [this.#items[other]!, this.#items[one]!];
  }
}
