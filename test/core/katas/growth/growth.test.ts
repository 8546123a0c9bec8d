import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkGrowth } from '../../../../src/core/katas/growth/checkGrowth.ts';
import type { Files } from '../../../../src/core/runs/runner.ts';
import { createTestRunner } from '../../../../src/node/testRunner.ts';
import { javaScriptHeaps, javaScriptPairs, type Subject } from './heaps.ts';
import { pythonHeaps, pythonPairs } from './pythonSubjects.ts';

const heapDriver = `
import { Heap } from '../subject.js';
export function prepare(n, order, random) {
  const values = Array.from({ length: n }, (_, at) => (order === 'random' ? Math.floor(random() * 1e6) : order === 'ascending' ? at : n - at));
  return { heap: new Heap(), values };
}
export function run({ heap, values }) {
  for (const value of values) heap.push(value);
  let last = -Infinity;
  for (const _ of values) {
    const value = heap.pop();
    if (value < last) throw new Error('the heap is wrong');
    last = value;
  }
}`;
const pairDriver = `
import { pair } from '../subject.js';
export function prepare(n, order, random) {
  const numbers = Array.from({ length: n }, (_, at) => 4 * at + 2 * Math.floor(random() * 2));
  const target = order === 'random' ? 4 * n + 1 : order === 'ascending' ? 5 : 8 * n - 9;
  return { numbers, target };
}
export function run({ numbers, target }) {
  pair(numbers, target);
}`;
const pythonHeapDriver = `
from subject import Heap


def prepare(n, order, random):
    orders = {"ascending": range(n), "descending": range(n, 0, -1)}
    return Heap(), list(orders[order]) if order in orders else [int(random() * 1e6) for _ in range(n)]


def run(given):
    heap, values = given
    for value in values:
        heap.push(value)
    popped = [heap.pop() for _ in values]
    assert popped == sorted(values), "the heap is wrong"
`;
const pythonPairDriver = `
from subject import pair


def prepare(n, order, random):
    numbers = [4 * at + 2 * int(random() * 2) for at in range(n)]
    return numbers, {"ascending": 5, "descending": 8 * n - 9}.get(order, 4 * n + 1)


def run(given):
    numbers, target = given
    pair(numbers, target)
`;

describe('growth, counted in the real runner', function () {
  this.timeout(60_000);
  const runner = createTestRunner({ dist: join(process.cwd(), 'dist') });
  after(() => runner.dispose());

  async function measure(language: string, { source }: Subject, driver: string, seed = 1) {
    const name = language === 'python' ? 'subject.py' : 'subject.js';
    const driverName = language === 'python' ? 'tests/growth_driver.py' : 'tests/growth.js';
    const files: Files = { [name]: source, [driverName]: driver };
    const bound = { label: 'O(n log n)', slope: 1.5 };
    const outcome = await checkGrowth({ language, files, counted: [name], driver: driverName, bound, seed }, runner);
    if ('trouble' in outcome) throw new Error(`${outcome.trouble.verdict}: ${outcome.trouble.summary}`);
    return outcome.report;
  }

  const suites: [string, string, readonly Subject[], string][] = [
    ['JavaScript heaps', 'javascript', javaScriptHeaps, heapDriver],
    ['JavaScript pairs', 'javascript', javaScriptPairs, pairDriver],
    ['Python heaps', 'python', pythonHeaps, pythonHeapDriver],
    ['Python pairs', 'python', pythonPairs, pythonPairDriver],
  ];
  for (const [title, language, subjects, driver] of suites)
    describe(title, () => {
      for (const subject of subjects)
        it(`${subject.isFast ? 'accepts' : 'rejects'} ${subject.name}`, async () => {
          const report = await measure(language, subject, driver);
          const text = `slope ${report.slope.toFixed(2)}, fits ${report.fits}`;
          if (process.env['KATAPATH_SLOPES']) console.log(`      ${subject.isFast} ${text}`);
          assert.equal(report.passed, subject.isFast, text);
          // The threshold is 1.5; a wide margin on both sides is what makes it believable.
          assert.ok(subject.isFast ? report.slope < 1.35 : report.slope > 1.65, text);
        });
    });
});
