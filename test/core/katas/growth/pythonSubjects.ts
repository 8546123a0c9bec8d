import type { Subject } from './heaps.ts';

const heap = ({ push = PUSH, pop = 'return self.take()', extra = '' } = {}) => `
import bisect, copy, heapq, json
from functools import reduce


class Heap:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def push(self, value):
${indent(push)}

    def pop(self):
${indent(pop)}

    def take(self):
        items = self.items
        top = items[0]
        last = items.pop()
        if items:
            items[0] = last
            self.__sink(0)
        return top

    def rise(self, at):
        items = self.items
        while at > 0:
            parent = (at - 1) // 2
            if items[parent] <= items[at]:
                break
            items[parent], items[at] = items[at], items[parent]
            at = parent

    def __sink(self, at):
        items = self.items
        while True:
            least = at
            for child in (2 * at + 1, 2 * at + 2):
                if child < len(items) and items[child] < items[least]:
                    least = child
            if least == at:
                return
            items[least], items[at] = items[at], items[least]
            at = least
${extra}`;

const PUSH = 'self.items.append(value)\nself.rise(len(self.items) - 1)';

const indent = (code: string) =>
  code
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');

export const pythonHeaps: readonly Subject[] = [
  { name: 'the binary heap, with private names', isFast: true, source: heap() },
  {
    name: 'heapq',
    isFast: true,
    source: heap({ push: 'heapq.heappush(self.items, value)', pop: 'return heapq.heappop(self.items)' }),
  },
  {
    name: 'min over the two children',
    isFast: true,
    source: heap({
      extra: `
    def _Heap__sink(self, at):
        children = [child for child in (2 * at + 1, 2 * at + 2) if child < len(self.items)]
        least = min([at, *children], key=lambda place: self.items[place])
        if least != at:
            self.items[least], self.items[at] = self.items[at], self.items[least]
            self._Heap__sink(least)
`,
    }),
  },
  {
    name: 'a large constant',
    isFast: true,
    source: heap({ push: `for _ in range(60):\n    pass\n${PUSH}` }),
  },
  {
    name: 'a leftist heap of tuples',
    isFast: true,
    source: `
def merge(a, b):
    if a is None or b is None:
        return a or b
    if b[1] < a[1]:
        a, b = b, a
    left, right = a[2], merge(a[3], b)
    rank = lambda node: node[0] if node else 0
    if rank(left) < rank(right):
        left, right = right, left
    return (rank(right) + 1, a[1], left, right)


class Heap:
    def __init__(self):
        self.root, self.count = None, 0

    def __len__(self):
        return self.count

    def push(self, value):
        self.count += 1
        self.root = merge(self.root, (1, value, None, None))

    def pop(self):
        self.count -= 1
        _, value, left, right = self.root
        self.root = merge(left, right)
        return value
`,
  },
  {
    name: 'a sorted list',
    isFast: false,
    source: heap({ push: 'self.items.append(value)\nself.items.sort()', pop: 'return self.items.pop(0)' }),
  },
  {
    name: 'sorted',
    isFast: false,
    source: heap({ push: 'self.items = sorted(self.items + [value])', pop: 'return self.items.pop(0)' }),
  },
  {
    name: 'insort',
    isFast: false,
    source: heap({ push: 'bisect.insort(self.items, value)', pop: 'return self.items.pop(0)' }),
  },
  {
    name: 'insort from the other end',
    isFast: false,
    source: heap({ push: 'bisect.insort(self.items, -value)', pop: 'return -self.items.pop()' }),
  },
  {
    name: 'a search at every pop',
    isFast: false,
    source: heap({
      push: 'self.items.append(value)',
      pop: 'top = min(self.items)\nself.items.remove(top)\nreturn top',
    }),
  },
  {
    name: 'an index and del',
    isFast: false,
    source: heap({
      push: 'self.items.append(value)',
      pop: 'at = self.items.index(min(self.items))\ntop = self.items[at]\ndel self.items[at]\nreturn top',
    }),
  },
  {
    name: 'a loop at every pop',
    isFast: false,
    source: heap({
      push: 'self.items.append(value)',
      pop: 'at = 0\nfor place, value in enumerate(self.items):\n    if value < self.items[at]:\n        at = place\nreturn self.items.pop(at)',
    }),
  },
  {
    name: 'a reduce at every pop',
    isFast: false,
    source: heap({
      push: 'self.items.append(value)',
      pop: 'top = reduce(min, self.items)\nself.items.remove(top)\nreturn top',
    }),
  },
  {
    name: 'a copy by slice',
    isFast: false,
    source: heap({ pop: 'top = self.take()\nself.items = self.items[:]\nreturn top' }),
  },
  {
    name: 'a copy by list',
    isFast: false,
    source: heap({ pop: 'top = self.take()\nself.items = list(self.items)\nreturn top' }),
  },
  {
    name: 'a copy by star',
    isFast: false,
    source: heap({ pop: 'top = self.take()\nself.items = [*self.items]\nreturn top' }),
  },
  {
    name: 'a copy by unpacking',
    isFast: false,
    source: heap({ pop: 'top = self.take()\n*rest, = self.items\nself.items = rest\nreturn top' }),
  },
  {
    name: 'a copy by deepcopy',
    isFast: false,
    source: heap({ push: `self.items = copy.deepcopy(self.items)\n${PUSH}` }),
  },
  {
    name: 'a copy by comprehension',
    isFast: false,
    source: heap({ push: `self.items = [item for item in self.items]\n${PUSH}` }),
  },
  {
    name: 'a sum by generator',
    isFast: false,
    source: heap({ push: `self.total = sum(item for item in self.items)\n${PUSH}` }),
  },
  { name: 'a map', isFast: false, source: heap({ push: `self.items = list(map(int, self.items))\n${PUSH}` }) },
  { name: 'a membership test', isFast: false, source: heap({ push: `self.twice = value in self.items\n${PUSH}` }) },
  { name: 'a set', isFast: false, source: heap({ push: `self.twice = value in set(self.items)\n${PUSH}` }) },
  {
    name: 'a join of lists',
    isFast: false,
    source: heap({ push: 'self.items = self.items + [value]\nself.rise(len(self.items) - 1)' }),
  },
  {
    name: 'an insert in front',
    isFast: false,
    source: heap({
      push: 'self.items.insert(0, value)\nself.items.sort(reverse=True)',
      pop: 'return self.items.pop()',
    }),
  },
];

export const pythonPairs: readonly Subject[] = [
  {
    name: 'two pointers',
    isFast: true,
    source:
      'def pair(numbers, target):\n    left, right = 0, len(numbers) - 1\n    while left < right:\n        total = numbers[left] + numbers[right]\n        if total == target:\n            return left, right\n        if total < target:\n            left += 1\n        else:\n            right -= 1\n    return None\n',
  },
  {
    name: 'a recursion',
    isFast: true,
    source:
      'def pair(numbers, target, left=0, right=None):\n    right = len(numbers) - 1 if right is None else right\n    if left >= right:\n        return None\n    total = numbers[left] + numbers[right]\n    if total == target:\n        return left, right\n    return pair(numbers, target, left + 1, right) if total < target else pair(numbers, target, left, right - 1)\n',
  },
  {
    name: 'a dictionary',
    isFast: true,
    source:
      'def pair(numbers, target):\n    places = {}\n    for place, number in enumerate(numbers):\n        if target - number in places:\n            return places[target - number], place\n        places[number] = place\n',
  },
  {
    name: 'a set built first',
    isFast: true,
    source:
      'def pair(numbers, target):\n    known = set(numbers)\n    return next(((place, 0) for place, number in enumerate(numbers) if target - number in known), None)\n',
  },
  {
    name: 'bisect for each',
    isFast: true,
    source:
      'from bisect import bisect_left\n\n\ndef pair(numbers, target):\n    for left, number in enumerate(numbers):\n        right = bisect_left(numbers, target - number, left + 1)\n        if right < len(numbers) and numbers[right] == target - number:\n            return left, right\n',
  },
  {
    name: 'a sorted copy',
    isFast: true,
    source:
      'def pair(given, target):\n    numbers = sorted(given)\n    left, right = 0, len(numbers) - 1\n    while left < right and numbers[left] + numbers[right] != target:\n        if numbers[left] + numbers[right] < target:\n            left += 1\n        else:\n            right -= 1\n    return (left, right) if left < right else None\n',
  },
  {
    name: 'any that stops early',
    isFast: true,
    source:
      'def pair(numbers, target):\n    known = set()\n    for number in numbers:\n        if any(other in known for other in (target - number,)):\n            return number, target - number\n        known.add(number)\n',
  },
  {
    name: 'two loops',
    isFast: false,
    source:
      'def pair(numbers, target):\n    for left in range(len(numbers)):\n        for right in range(left + 1, len(numbers)):\n            if numbers[left] + numbers[right] == target:\n                return left, right\n',
  },
  {
    name: 'combinations',
    isFast: false,
    source:
      'from itertools import combinations\n\n\ndef pair(numbers, target):\n    return next(((a, b) for a, b in combinations(numbers, 2) if a + b == target), None)\n',
  },
  {
    name: 'any over combinations',
    isFast: false,
    source:
      'from itertools import combinations\n\n\ndef pair(numbers, target):\n    return any(map(lambda both: sum(both) == target, combinations(numbers, 2)))\n',
  },
  {
    name: 'in for each',
    isFast: false,
    source:
      'def pair(numbers, target):\n    for left, number in enumerate(numbers):\n        if target - number in numbers[left + 1 :]:\n            return left, numbers.index(target - number, left + 1)\n',
  },
  {
    name: 'index for each',
    isFast: false,
    source:
      'def pair(numbers, target):\n    for left, number in enumerate(numbers):\n        try:\n            return left, numbers.index(target - number, left + 1)\n        except ValueError:\n            pass\n',
  },
  {
    name: 'count for each',
    isFast: false,
    source:
      'def pair(numbers, target):\n    return [number for number in numbers if numbers.count(target - number)][:2] or None\n',
  },
  {
    name: 'pop(0)',
    isFast: false,
    source:
      'def pair(given, target):\n    numbers = list(given)\n    while len(numbers) > 1:\n        total = numbers[0] + numbers[-1]\n        if total == target:\n            return numbers[0], numbers[-1]\n        numbers.pop(0 if total < target else -1)\n',
  },
  {
    name: 'del of the first',
    isFast: false,
    source:
      'def pair(given, target):\n    numbers = list(given)\n    while len(numbers) > 1:\n        total = numbers[0] + numbers[-1]\n        if total == target:\n            return numbers[0], numbers[-1]\n        if total < target:\n            del numbers[0]\n        else:\n            del numbers[-1]\n',
  },
  {
    name: 'slices down a recursion',
    isFast: false,
    source:
      'def pair(numbers, target):\n    if len(numbers) < 2:\n        return None\n    total = numbers[0] + numbers[-1]\n    if total == target:\n        return numbers[0], numbers[-1]\n    return pair(numbers[1:], target) if total < target else pair(numbers[:-1], target)\n',
  },
  {
    name: 'unpacking down a recursion',
    isFast: false,
    source:
      'def pair(numbers, target):\n    while numbers:\n        first, *numbers = numbers\n        if target - first in set(numbers):\n            return first, target - first\n',
  },
  {
    name: 'a dictionary rebuilt for each',
    isFast: false,
    source:
      'def pair(numbers, target):\n    for left, number in enumerate(numbers):\n        places = {other: place for place, other in enumerate(numbers) if place > left}\n        if target - number in places:\n            return left, places[target - number]\n',
  },
];
