/** A kata of ordinary size: a small heap and twelve tests, one of them with two thousand numbers. */
export const heapTs = `export class Heap {
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  push(item: number): void {
    let at = this.items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.items[parent]! <= item) break;
      this.items[at] = this.items[parent]!;
      at = parent;
    }
    this.items[at] = item;
  }

  pop(): number | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.items[child + 1]! < this.items[child]!) child += 1;
      if (this.items[child]! >= last) break;
      this.items[at] = this.items[child]!;
      at = child;
    }
    this.items[at] = last;
    return first;
  }
}
`;

const drained: readonly (readonly number[])[] = [
  [],
  [1],
  [1, 2],
  [2, 1],
  [3, 1, 2],
  [5, 5, 5],
  [-1, 0, 1],
  [9, 8, 7, 6],
  [4, 1, 3, 2, 4],
];

export const heapTests = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Heap } from '../heap.ts';

function drain(items: readonly number[]): (number | undefined)[] {
  const heap = new Heap();
  for (const item of items) heap.push(item);
  return items.map(() => heap.pop());
}

${drained.map((items) => `test('drains [${items}] in order', () => {\n  const items: number[] = ${JSON.stringify(items)};\n  assert.deepEqual(drain(items), [...items].sort((a, b) => a - b));\n});`).join('\n\n')}

test('starts empty', () => {
  assert.equal(new Heap().size, 0);
});

test('gives nothing when empty', () => {
  assert.equal(new Heap().pop(), undefined);
});

test('drains two thousand numbers in order', () => {
  const items = Array.from({ length: 2000 }, (_item, index) => (index * 7919) % 2003);
  const got = drain(items);
  assert.ok(got.every((item, index) => index === 0 || got[index - 1]! <= item!));
});
`;

export const heapExpected = [...heapTests.matchAll(/^test\('([^']+)'/gm)].map((match) => match[1]!);

export const heapPy = `class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        at = len(items) - 1
        while at > 0 and items[(at - 1) // 2] > item:
            items[at] = items[(at - 1) // 2]
            at = (at - 1) // 2
        items[at] = item

    def pop(self):
        items = self.items
        if not items:
            return None
        first, last = items[0], items.pop()
        if not items:
            return first
        at = 0
        while 2 * at + 1 < len(items):
            child = 2 * at + 1
            if child + 1 < len(items) and items[child + 1] < items[child]:
                child += 1
            if items[child] >= last:
                break
            items[at] = items[child]
            at = child
        items[at] = last
        return first
`;

export const heapPyTests = `import unittest

from heap import Heap


def drain(items):
    heap = Heap()
    for item in items:
        heap.push(item)
    return [heap.pop() for _ in items]


class HeapTest(unittest.TestCase):
${drained.map((items, index) => `    def test_drains_${index}(self):\n        self.assertEqual(drain(${JSON.stringify(items)}), sorted(${JSON.stringify(items)}))\n`).join('\n')}
    def test_starts_empty(self):
        self.assertEqual(len(Heap().items), 0)

    def test_gives_nothing_when_empty(self):
        self.assertIsNone(Heap().pop())

    def test_drains_two_thousand(self):
        items = [index * 7919 % 2003 for index in range(2000)]
        self.assertEqual(drain(items), sorted(items))
`;

export const heapPyExpected = [...heapPyTests.matchAll(/def (test_\w+)/g)].map((match) => `HeapTest > ${match[1]}`);
