import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MinHeap } from './min-heap.js';
let calls = 0;
const cmp = (a, b) => (calls++, a - b);
const drain = (h) => {
  const out = [];
  while (h.size) out.push(h.pop());
  return out;
};
let seed = 1;
const rnd = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
test('sorts random', () => {
  for (let r = 0; r < 100; r++) {
    const xs = Array.from({ length: r % 30 }, () => Math.floor(rnd() * 10));
    const want = [...xs].sort((a, b) => a - b);
    const h = new MinHeap();
    xs.forEach((x) => h.push(x));
    assert.deepEqual(drain(h), want);
    const copy = [...xs];
    assert.deepEqual(drain(MinHeap.from(xs)), want);
    assert.deepEqual(xs, copy);
  }
});
test('comparator', () => {
  const h = new MinHeap((a, b) => b - a);
  [1, 3, 2].forEach((x) => h.push(x));
  assert.deepEqual(drain(h), [3, 2, 1]);
});
const N = 2000,
  L = Math.log2(N);
for (const [name, f] of Object.entries({ up: (i) => i, down: (i) => -i, rnd: () => rnd() })) {
  const xs = Array.from({ length: N }, (_, i) => f(i));
  test('push ' + name, () => {
    calls = 0;
    const h = new MinHeap(cmp);
    xs.forEach((x) => h.push(x));
    assert.ok(calls <= N * (L + 2), `${calls}`);
  });
  test('pop ' + name, () => {
    const h = MinHeap.from(xs, cmp);
    calls = 0;
    drain(h);
    assert.ok(calls <= 2 * N * (L + 2), `${calls}`);
  });
  test('from ' + name, () => {
    calls = 0;
    MinHeap.from(xs, cmp);
    assert.ok(calls <= 3 * N, `${calls}`);
  });
  test('peek ' + name, () => {
    const h = MinHeap.from(xs, cmp);
    calls = 0;
    h.peek();
    assert.equal(calls, 0);
  });
}
