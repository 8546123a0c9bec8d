/** Heaps in JavaScript for the growth check to judge: what each is, whether it is fast, and its source. */
export interface Subject {
  readonly name: string;
  readonly isFast: boolean;
  readonly source: string;
}

/** The usual array heap; the others below replace parts of it. */
const binary = (options: { push?: string; pop?: string; extra?: string } = {}) => `
export class Heap {
  items = [];
  get size() { return this.items.length; }
  push(value) {
    ${options.push ?? 'this.items.push(value); this.rise(this.items.length - 1);'}
  }
  pop() {
    ${options.pop ?? 'return this.take();'}
  }
  take() {
    const items = this.items;
    const top = items[0];
    const last = items.pop();
    if (items.length > 0) { items[0] = last; this.sink(0); }
    return top;
  }
  rise(at) {
    const items = this.items;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent] <= items[at]) break;
      [items[parent], items[at]] = [items[at], items[parent]];
      at = parent;
    }
  }
  sink(at) {
    const items = this.items;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < items.length && items[child] < items[least]) least = child;
      if (least === at) return;
      [items[least], items[at]] = [items[at], items[least]];
      at = least;
    }
  }
  ${options.extra ?? ''}
}`;

const pushPlain = 'this.items.push(value); this.rise(this.items.length - 1);';

export const javaScriptHeaps: readonly Subject[] = [
  { name: 'the binary heap', isFast: true, source: binary() },
  {
    name: 'a recursive heap with reduce over two children',
    isFast: true,
    source: binary({
      extra: `
  rise(at) {
    const parent = (at - 1) >> 1;
    if (at === 0 || this.items[parent] <= this.items[at]) return;
    this.swap(parent, at);
    this.rise(parent);
  }
  sink(at) {
    const least = [2 * at + 1, 2 * at + 2].filter((child) => child < this.items.length)
      .reduce((best, child) => (this.items[child] < this.items[best] ? child : best), at);
    if (least !== at) { this.swap(least, at); this.sink(least); }
  }
  swap(a, b) { const kept = this.items[a]; this.items[a] = this.items[b]; this.items[b] = kept; }`,
    }),
  },
  {
    name: 'a heap with four children per place',
    isFast: true,
    source: binary({
      extra: `
  rise(at) {
    for (let parent; at > 0; at = parent) {
      parent = (at - 1) >> 2;
      if (this.items[parent] <= this.items[at]) return;
      [this.items[parent], this.items[at]] = [this.items[at], this.items[parent]];
    }
  }
  sink(at) {
    for (;;) {
      let least = at;
      for (let child = 4 * at + 1; child <= 4 * at + 4 && child < this.items.length; child++)
        if (this.items[child] < this.items[least]) least = child;
      if (least === at) return;
      [this.items[least], this.items[at]] = [this.items[at], this.items[least]];
      at = least;
    }
  }`,
    }),
  },
  {
    name: 'a heap with a large constant',
    isFast: true,
    source: binary({ push: `for (let i = 0; i < 60; i++) this.seen = i; ${pushPlain}` }),
  },
  {
    name: 'a leftist heap of nodes',
    isFast: true,
    source: `
const rank = (node) => (node ? node.rank : 0);
function merge(a, b) {
  if (!a || !b) return a ?? b;
  if (b.value < a.value) [a, b] = [b, a];
  a.right = merge(a.right, b);
  if (rank(a.left) < rank(a.right)) [a.left, a.right] = [a.right, a.left];
  a.rank = rank(a.right) + 1;
  return a;
}
export class Heap {
  size = 0;
  root = null;
  push(value) { this.size++; this.root = merge(this.root, { value, left: null, right: null, rank: 1 }); }
  pop() { this.size--; const { value, left, right } = this.root; this.root = merge(left, right); return value; }
}`,
  },
  {
    name: 'a pairing heap',
    isFast: true,
    source: `
const link = (a, b) => {
  if (!a || !b) return a ?? b;
  if (b.value < a.value) [a, b] = [b, a];
  b.next = a.child; a.child = b;
  return a;
};
export class Heap {
  size = 0;
  root = null;
  push(value) { this.size++; this.root = link(this.root, { value, child: null, next: null }); }
  pop() {
    this.size--;
    const { value, child } = this.root;
    const pairs = [];
    for (let node = child; node; ) {
      const first = node; const second = first.next; node = second?.next ?? null;
      first.next = null; if (second) second.next = null;
      pairs.push(link(first, second));
    }
    let root = null;
    while (pairs.length > 0) root = link(root, pairs.pop());
    this.root = root;
    return value;
  }
}`,
  },
  {
    name: 'a heap that stops early with some and find',
    isFast: true,
    source: binary({
      extra: `
  sink(at) {
    for (;;) {
      const items = this.items;
      const children = [2 * at + 1, 2 * at + 2].filter((child) => child < items.length);
      const least = children.find((child) => children.every((other) => items[child] <= items[other]));
      if (least === undefined || items[at] <= items[least]) return;
      [items[least], items[at]] = [items[at], items[least]];
      at = least;
    }
  }`,
    }),
  },
  {
    name: 'a sorted list',
    isFast: false,
    source: binary({
      push: 'this.items.push(value); this.items.sort((a, b) => a - b);',
      pop: 'return this.items.shift();',
    }),
  },
  {
    name: 'a search at every pop',
    isFast: false,
    source: binary({
      push: 'this.items.push(value);',
      pop: 'const at = this.items.indexOf(Math.min(...this.items)); return this.items.splice(at, 1)[0];',
    }),
  },
  {
    name: 'a binary search with splice',
    isFast: false,
    source: binary({
      push: 'let low = 0, high = this.items.length; while (low < high) { const middle = (low + high) >> 1; if (this.items[middle] < value) high = middle; else low = middle + 1; } this.items.splice(low, 0, value);',
      pop: 'return this.items.pop();',
    }),
  },
  {
    name: 'a copy by spread',
    isFast: false,
    source: binary({ pop: 'const top = this.take(); this.items = [...this.items]; return top;' }),
  },
  {
    name: 'a copy by slice',
    isFast: false,
    source: binary({ pop: 'const top = this.take(); this.items = this.items.slice(); return top;' }),
  },
  {
    name: 'a copy by JSON',
    isFast: false,
    source: binary({ push: `${pushPlain} this.items = JSON.parse(JSON.stringify(this.items));` }),
  },
  {
    name: 'a copy by structuredClone',
    isFast: false,
    source: binary({ push: `${pushPlain} this.items = structuredClone(this.items);` }),
  },
  {
    name: 'a copy by Array.from',
    isFast: false,
    source: binary({ push: `this.items = Array.from(this.items); ${pushPlain}` }),
  },
  {
    name: 'a copy by concat',
    isFast: false,
    source: binary({ push: 'this.items = this.items.concat([value]); this.rise(this.items.length - 1);' }),
  },
  {
    name: 'a copy by rest',
    isFast: false,
    source: binary({ pop: 'const top = this.take(); const [...rest] = this.items; this.items = rest; return top;' }),
  },
  {
    name: 'a check by every',
    isFast: false,
    source: binary({ pop: 'const top = this.take(); if (!this.items.every(Boolean)) this.broken = true; return top;' }),
  },
  {
    name: 'a check by a set',
    isFast: false,
    source: binary({ push: `if (new Set(this.items).has(value)) this.twice = true; ${pushPlain}` }),
  },
  {
    name: 'a membership test',
    isFast: false,
    source: binary({ push: `if (this.items.includes(value)) this.twice = true; ${pushPlain}` }),
  },
  {
    name: 'a borrowed method',
    isFast: false,
    source: binary({
      push: `if (Array.prototype.indexOf.call(this.items, value) >= 0) this.twice = true; ${pushPlain}`,
    }),
  },
  {
    name: 'a filter at every pop',
    isFast: false,
    source: binary({
      push: 'this.items.push(value);',
      pop: 'const top = this.items.reduce((a, b) => (b < a ? b : a)); let gone = false; this.items = this.items.filter((value) => gone || value !== top || !(gone = true)); return top;',
    }),
  },
  {
    name: 'a linked list',
    isFast: false,
    source: `
export class Heap {
  size = 0;
  head = null;
  push(value) {
    this.size++;
    if (!this.head || value < this.head.value) { this.head = { value, next: this.head }; return; }
    let node = this.head;
    while (node.next && node.next.value <= value) node = node.next;
    node.next = { value, next: node.next };
  }
  pop() { this.size--; const { value, next } = this.head; this.head = next; return value; }
}`,
  },
  {
    name: 'a tree that is not balanced',
    isFast: false,
    source: `
export class Heap {
  size = 0;
  root = null;
  push(value) {
    this.size++;
    const fresh = { value, left: null, right: null };
    if (!this.root) { this.root = fresh; return; }
    let node = this.root;
    for (;;) {
      const side = value < node.value ? 'left' : 'right';
      if (!node[side]) { node[side] = fresh; return; }
      node = node[side];
    }
  }
  pop() {
    this.size--;
    let parent = null, node = this.root;
    while (node.left) { parent = node; node = node.left; }
    if (parent) parent.left = node.right; else this.root = node.right;
    return node.value;
  }
}`,
  },
];

export const javaScriptPairs: readonly Subject[] = [
  {
    name: 'two pointers',
    isFast: true,
    source:
      'export function pair(numbers, target) { let left = 0, right = numbers.length - 1; while (left < right) { const sum = numbers[left] + numbers[right]; if (sum === target) return [left, right]; if (sum < target) left++; else right--; } return null; }',
  },
  {
    name: 'two pointers in one line each',
    isFast: true,
    source:
      'export function pair(numbers, target) { let left = 0; let right = numbers.length - 1; while (left < right && numbers[left] + numbers[right] !== target) if (numbers[left] + numbers[right] < target) left++; else right--; return left < right ? [left, right] : null; }',
  },
  {
    name: 'a recursion',
    isFast: true,
    source:
      'export const pair = (numbers, target, left = 0, right = numbers.length - 1) => left >= right ? null : numbers[left] + numbers[right] === target ? [left, right] : numbers[left] + numbers[right] < target ? pair(numbers, target, left + 1, right) : pair(numbers, target, left, right - 1);',
  },
  {
    name: 'a hash map',
    isFast: true,
    source:
      'export function pair(numbers, target) { const places = new Map(); for (const [place, number] of numbers.entries()) { if (places.has(target - number)) return [places.get(target - number), place]; places.set(number, place); } return null; }',
  },
  {
    name: 'a set built first',
    isFast: true,
    source:
      'export function pair(numbers, target) { const known = new Set(numbers); const first = numbers.findIndex((number) => known.has(target - number)); return first < 0 ? null : [first, numbers.lastIndexOf(target - numbers[first])]; }',
  },
  {
    name: 'a binary search for each',
    isFast: true,
    source:
      'export function pair(numbers, target) { for (let left = 0; left < numbers.length; left++) { let low = left + 1, high = numbers.length; while (low < high) { const middle = (low + high) >> 1; if (numbers[middle] < target - numbers[left]) low = middle + 1; else high = middle; } if (low < numbers.length && numbers[low] === target - numbers[left]) return [left, low]; } return null; }',
  },
  {
    name: 'a copy, sorted once',
    isFast: true,
    source:
      'export function pair(given, target) { const numbers = [...given].sort((a, b) => a - b); let left = 0, right = numbers.length - 1; while (left < right) { const sum = numbers[left] + numbers[right]; if (sum === target) return [left, right]; if (sum < target) left++; else right--; } return null; }',
  },
  {
    name: 'a generator',
    isFast: true,
    source:
      'function* walk(numbers, target) { let left = 0, right = numbers.length - 1; while (left < right) { yield [left, right]; if (numbers[left] + numbers[right] < target) left++; else right--; } } export function pair(numbers, target) { for (const [left, right] of walk(numbers, target)) if (numbers[left] + numbers[right] === target) return [left, right]; return null; }',
  },
  {
    name: 'two loops',
    isFast: false,
    source:
      'export function pair(numbers, target) { for (let left = 0; left < numbers.length; left++) for (let right = left + 1; right < numbers.length; right++) if (numbers[left] + numbers[right] === target) return [left, right]; return null; }',
  },
  {
    name: 'two loops that give up early',
    isFast: false,
    source:
      'export function pair(numbers, target) { for (let left = 0; left < numbers.length; left++) for (let right = left + 1; right < numbers.length; right++) { const sum = numbers[left] + numbers[right]; if (sum === target) return [left, right]; if (sum > target) break; } return null; }',
  },
  {
    name: 'indexOf for each',
    isFast: false,
    source:
      'export function pair(numbers, target) { for (let left = 0; left < numbers.length; left++) { const right = numbers.indexOf(target - numbers[left], left + 1); if (right > left) return [left, right]; } return null; }',
  },
  {
    name: 'includes for each',
    isFast: false,
    source:
      'export function pair(numbers, target) { for (let left = 0; left < numbers.length; left++) if (numbers.slice(left + 1).includes(target - numbers[left])) return [left, numbers.lastIndexOf(target - numbers[left])]; return null; }',
  },
  {
    name: 'some in map',
    isFast: false,
    source:
      'export function pair(numbers, target) { const found = numbers.map((number, left) => numbers.findIndex((other, right) => right > left && number + other === target)); const left = found.findIndex((right) => right >= 0); return left < 0 ? null : [left, found[left]]; }',
  },
  {
    name: 'shift from a queue',
    isFast: false,
    source:
      'export function pair(given, target) { const numbers = [...given]; let left = 0; let right = numbers.length - 1; const size = right; while (numbers.length > 1) { const sum = numbers[0] + numbers.at(-1); if (sum === target) return [left, right]; if (sum < target) { numbers.shift(); left++; } else { numbers.pop(); right--; } } return size < 0 ? undefined : null; }',
  },
  {
    name: 'slices down a recursion',
    isFast: false,
    source:
      'export function pair(numbers, target, left = 0, right = numbers.length - 1) { if (numbers.length < 2) return null; const sum = numbers[0] + numbers[numbers.length - 1]; if (sum === target) return [left, right]; return sum < target ? pair(numbers.slice(1), target, left + 1, right) : pair(numbers.slice(0, -1), target, left, right - 1); }',
  },
  {
    name: 'rest down a recursion',
    isFast: false,
    source:
      'export function pair([first, ...rest], target, left = 0) { if (rest.length === 0) return null; const at = rest.indexOf(target - first); return at >= 0 ? [left, left + 1 + at] : pair(rest, target, left + 1); }',
  },
  {
    name: 'a set rebuilt for each',
    isFast: false,
    source:
      'export function pair(numbers, target) { for (let left = 0; left < numbers.length; left++) { const rest = new Set(numbers.slice(left + 1)); if (rest.has(target - numbers[left])) return [left, numbers.lastIndexOf(target - numbers[left])]; } return null; }',
  },
  {
    name: 'a while without a body',
    isFast: false,
    source:
      'export function pair(numbers, target) { for (let left = 0; left < numbers.length; left++) { let right = numbers.length; while (--right > left && numbers[left] + numbers[right] !== target); if (right > left) return [left, right]; } return null; }',
  },
];
