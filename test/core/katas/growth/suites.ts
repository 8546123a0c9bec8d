import { javaScriptHeaps, javaScriptPairs, type Subject } from './heaps.ts';
import { pythonHeaps, pythonPairs } from './pythonSubjects.ts';

/** Subjects that one driver puts to the test. */
export interface GrowthSuite {
  readonly title: string;
  readonly language: 'typescript' | 'javascript' | 'python';
  readonly subjects: readonly Subject[];
  readonly file: string;
  readonly driver: string;
  readonly driverFile: string;
}

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

/** The same answers and drivers as TypeScript, which is translated before it is counted. */
const typeScript = { language: 'typescript', file: 'subject.ts', driverFile: 'tests/growth.ts' } as const;
const asTypeScript = (driver: string) =>
  driver
    .replace("'../subject.js'", "'../subject.ts'")
    .replace('prepare(n, order, random)', 'prepare(n: number, order: string, random: () => number)');
const javaScript = { language: 'javascript', file: 'subject.js', driverFile: 'tests/growth.js' } as const;
const python = { language: 'python', file: 'subject.py', driverFile: 'tests/growth_driver.py' } as const;

export const growthSuites: readonly GrowthSuite[] = [
  { title: 'TypeScript heaps', ...typeScript, subjects: javaScriptHeaps, driver: asTypeScript(heapDriver) },
  { title: 'TypeScript pairs', ...typeScript, subjects: javaScriptPairs, driver: asTypeScript(pairDriver) },
  { title: 'JavaScript heaps', ...javaScript, subjects: javaScriptHeaps, driver: heapDriver },
  { title: 'JavaScript pairs', ...javaScript, subjects: javaScriptPairs, driver: pairDriver },
  { title: 'Python heaps', ...python, subjects: pythonHeaps, driver: pythonHeapDriver },
  { title: 'Python pairs', ...python, subjects: pythonPairs, driver: pythonPairDriver },
];
