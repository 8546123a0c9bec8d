import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { LwwRegister, type Value } from '../lww-register.ts';
import { copy, exploreReplicas, replicaNames, type Plain } from '../simulator/index.ts';

/** Writes on replicas of their own, merged into a fresh one in this order. */
function mergeAll(writes: readonly { node: string; time: number; value: Value }[]): Value {
  const reader = new LwwRegister('reader');
  for (const { node, time, value } of writes) {
    const writer = new LwwRegister(node);
    writer.set(value, time);
    reader.merge(copy(writer.state()));
  }
  return reader.value();
}

describe('register in which the last writer wins', () => {
  it('is empty, and then has what was written', () => {
    const register = new LwwRegister('a');
    assert.equal(register.value(), null, 'Before the first write');
    register.set('red', 10);
    assert.equal(register.value(), 'red');
    register.set('blue', 11);
    assert.equal(register.value(), 'blue', 'red at 10, then blue at 11');
  });

  it('keeps values that look like nothing', () => {
    for (const value of [0, '', false, null]) {
      const [one, other] = [new LwwRegister('a'), new LwwRegister('b')];
      one.set('x', 1);
      other.set(value, 2);
      one.merge(copy(other.state()));
      assert.equal(one.value(), value, `${JSON.stringify(value)} was written last`);
    }
  });

  it('has the latest write, whichever arrives first', () => {
    const early = { node: 'b', time: 10, value: 'early' };
    const late = { node: 'a', time: 20, value: 'late' };
    assert.equal(mergeAll([early, late]), 'late', 'The write at 20 arrives last');
    assert.equal(mergeAll([late, early]), 'late', 'The write at 20 arrives first');
  });

  it('breaks ties by the larger name, whichever arrives first', () => {
    const low = { node: 'a', time: 10, value: 'z' };
    const high = { node: 'b', time: 10, value: 'y' };
    assert.equal(mergeAll([low, high]), 'y', 'Both at 10, that of b arrives last');
    assert.equal(mergeAll([high, low]), 'y', 'Both at 10, that of b arrives first');
  });

  it('lets a slow clock lose', () => {
    const [slow, fast] = [new LwwRegister('a'), new LwwRegister('b')];
    fast.set('from the fast clock', 100);
    slow.merge(copy(fast.state()));
    slow.set('from the slow clock', 90);
    assert.equal(slow.value(), 'from the fast clock', 'Written at 90, when a write of 100 is known');
    slow.set('later', 101);
    assert.equal(slow.value(), 'later', 'Written at 101');
  });

  it('has the second of two writes in one millisecond on one node', () => {
    const register = new LwwRegister('a');
    register.set('first', 10);
    register.set('second', 10);
    assert.equal(register.value(), 'second', 'Both at 10, on the same node');
  });

  it('merges nothing and itself without harm', () => {
    const register = new LwwRegister('a');
    register.merge(copy(new LwwRegister('b').state()));
    assert.equal(register.value(), null, 'Merged with an empty register');
    register.set('x', 5);
    register.merge(copy(register.state()));
    register.merge(copy(new LwwRegister('b').state()));
    assert.equal(register.value(), 'x', 'Merged with itself, and with an empty register');
  });

  it('passes on whose write it was', () => {
    const [writer, between, reader] = [new LwwRegister('b'), new LwwRegister('z'), new LwwRegister('c')];
    writer.set('of b', 10);
    between.merge(copy(writer.state()));
    reader.set('of c', 10);
    reader.merge(copy(between.state()));
    assert.equal(reader.value(), 'of c', 'b and c wrote at 10; that z told of b’s write does not make it z’s');
  });

  it('shows the latest write on every replica, whatever the network did', () => {
    exploreReplicas<LwwRegister>({
      create: (node) => new LwwRegister(node),
      calls: (random) =>
        Array.from({ length: 9 }, (_, index) => ({
          at: random.below(380),
          node: random.pick(replicaNames),
          request: { value: `v${index}`, slip: random.below(60) },
        })),
      perform: (register, { value, slip }: Write, at) => register.set(value, stampOf(at, slip)),
      view: (register) => register.value(),
      expected: (all) => {
        const writes = all.map(({ node, at, request }, order) => {
          const { value, slip } = request as unknown as Write;
          return { node, value, order, time: stampOf(at, slip) };
        });
        writes.sort((one, other) => one.time - other.time || compare(one.node, other.node) || one.order - other.order);
        return (writes.at(-1)?.value ?? null) as Plain;
      },
    });
  });

  interface Write {
    readonly value: string;
    readonly slip: number;
  }

  /** Clocks that differ by up to 60 ms, in steps of ten: so that there are ties. */
  const stampOf = (at: number, slip: number) => Math.floor((at + slip) / 10);
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
});
