import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cycleStart } from '../list-cycle.js';

/** The nodes of a list of `values`; the last one leads back to the place `backTo`, or nowhere. Nobody can change them. */
function chain(values, backTo) {
  const nodes = values.map((value) => ({ value, next: null }));
  nodes.forEach((node, place) => {
    node.next = nodes[place + 1] ?? (backTo === undefined ? null : nodes[backTo]);
  });
  return nodes.map((node) => Object.freeze(node));
}

function describeChain(values, backTo) {
  const shown = values.length > 12 ? `a list of ${values.length} nodes` : `the list ${values.join(' → ') || '(empty)'}`;
  return backTo === undefined ? `${shown} that ends` : `${shown} → back to place ${backTo}`;
}

function describeAnswer(nodes, answer) {
  if (answer === null) return 'no cycle';
  const place = nodes.indexOf(answer);
  return place < 0 ? `something that is no node of the list: ${String(answer)}` : `the node at place ${place}`;
}

function expectStart(values, backTo) {
  const nodes = chain(values, backTo);
  const actual = describeAnswer(nodes, cycleStart(nodes[0] ?? null));
  const expected = backTo === undefined ? 'no cycle' : `the node at place ${backTo}`;
  assert.equal(actual, expected, `${describeChain(values, backTo)}: expected ${expected}, got ${actual}`);
}

/** Counts what is put into sets and maps while `work` runs: whoever remembers all nodes puts them somewhere. */
function countRemembered(work) {
  let remembered = 0;
  const owners = [Set.prototype, WeakSet.prototype, Map.prototype, WeakMap.prototype];
  const restore = owners.map((owner) => {
    const name = 'add' in owner ? 'add' : 'set';
    const original = Reflect.get(owner, name);
    Reflect.set(owner, name, function (...given) {
      remembered += 1;
      return Reflect.apply(original, this, given);
    });
    return () => Reflect.set(owner, name, original);
  });
  try {
    work();
  } finally {
    for (const undo of restore) undo();
  }
  return remembered;
}

describe('cycleStart', () => {
  test('finds the start of the cycle of the worked example', () => {
    expectStart([7, 3, 8, 5, 6], 2);
  });

  test('finds no cycle in a list that ends', () => {
    expectStart([4, 1, 9]);
    expectStart([4, 1, 9, 2]);
  });

  test('finds no cycle in an empty list', () => {
    expectStart([]);
  });

  test('finds no cycle in a single node that ends', () => {
    expectStart([5]);
  });

  test('finds a node that leads to itself', () => {
    expectStart([5], 0);
  });

  test('finds a cycle of two nodes', () => {
    expectStart([1, 2], 0);
  });

  test('finds a cycle of the whole list', () => {
    expectStart([4, 8, 15, 16], 0);
    expectStart([4, 8, 15, 16, 23], 0);
  });

  test('finds a cycle of the last node only', () => {
    expectStart([3, 1, 4, 9], 3);
  });

  test('goes by the nodes and not by their values', () => {
    expectStart([6, 6, 6]);
    expectStart([2, 7, 2, 7]);
    expectStart([6, 6, 6, 6, 6], 3);
  });

  test('finds the start when the way to it is longer than the cycle', () => {
    expectStart([1, 2, 3, 4, 5, 6, 7, 8, 9], 7);
  });

  test('finds every possible start in lists of up to twelve nodes', () => {
    for (let length = 1; length <= 12; length += 1) {
      const values = Array.from({ length }, (_, place) => place % 3);
      expectStart(values);
      for (let backTo = 0; backTo < length; backTo += 1) expectStart(values, backTo);
    }
  });

  test('remembers a few nodes only', () => {
    const values = Array.from({ length: 300 }, (_, place) => place);
    const nodes = chain(values, 120);
    let answer = null;
    const remembered = countRemembered(() => {
      answer = cycleStart(nodes[0]);
    });
    const found = describeAnswer(nodes, answer);
    assert.equal(found, 'the node at place 120', `${describeChain(values, 120)}: expected place 120, got ${found}`);
    assert.ok(
      remembered <= 8,
      `${describeChain(values, 120)}: cycleStart should manage with a few variables, but put ${remembered} things into sets or maps`,
    );
  });

  test('finds the start in a list of a thousand nodes', () => {
    const values = Array.from({ length: 1000 }, (_, place) => place % 10);
    expectStart(values);
    expectStart(values, 377);
  });
});
