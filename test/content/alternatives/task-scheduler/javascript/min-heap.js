export function byValue(left, right) {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}
export class MinHeap {
  #a = [];
  constructor(compare = byValue) {
    this.compare = compare;
  }
  static from(items, compare = byValue) {
    const h = new MinHeap(compare);
    h.#a = items.slice();
    for (let i = (items.length - 2) >> 2; i >= 0; i--) h.#down(i);
    return h;
  }
  get size() {
    return this.#a.length;
  }
  push(item) {
    this.#a.push(item);
    this.#up(this.#a.length - 1);
  }
  pop() {
    if (this.size === 0) return undefined;
    const first = this.#a[0];
    const last = this.#a.pop();
    if (this.size > 0) {
      this.#a[0] = last;
      this.#down(0);
    }
    return first;
  }
  peek() {
    return this.#a[0];
  }
  #up(i) {
    const p = (i - 1) >> 2;
    if (i > 0 && this.compare(this.#a[i], this.#a[p]) < 0) {
      [this.#a[i], this.#a[p]] = [this.#a[p], this.#a[i]];
      this.#up(p);
    }
  }
  #down(i) {
    let best = i;
    for (let c = 4 * i + 1; c <= 4 * i + 4 && c < this.size; c++)
      if (this.compare(this.#a[c], this.#a[best]) < 0) best = c;
    if (best === i) return;
    [this.#a[i], this.#a[best]] = [this.#a[best], this.#a[i]];
    this.#down(best);
  }
}
