import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { PNCounter } from '../pn-counter.js';
import { copy, exploreReplicas, replicaNames } from '../simulator/index.js';

describe('counter that grows and shrinks', () => {
  it('counts up and down on one node', () => {
    const counter = new PNCounter('a');
    counter.increment(5);
    counter.decrement();
    counter.decrement(2);
    counter.increment();
    assert.equal(counter.value(), 3, 'After +5, -1, -2 and +1');
  });

  it('may be below zero', () => {
    const counter = new PNCounter('a');
    counter.decrement(4);
    counter.increment(1);
    assert.equal(counter.value(), -3, 'After -4 and +1');
  });

  it('refuses amounts below zero, both ways', () => {
    const counter = new PNCounter('a');
    assert.throws(() => counter.increment(-1), RangeError, 'increment(-1)');
    assert.throws(() => counter.decrement(-1), RangeError, 'decrement(-1)');
    assert.equal(counter.value(), 0, 'What was refused changed nothing');
  });

  it('adds up what different nodes did', () => {
    const [one, other] = [new PNCounter('a'), new PNCounter('b')];
    one.increment(5);
    other.decrement(2);
    one.merge(copy(other.state()));
    other.merge(copy(one.state()));
    assert.equal(one.value(), 3, 'a: +5, b: -2');
    assert.equal(other.value(), 3, 'a: +5, b: -2, seen from b');
  });

  it('does nothing twice, and is not thrown back', () => {
    const [one, other] = [new PNCounter('a'), new PNCounter('b')];
    other.increment(5);
    const old = copy(other.state());
    other.decrement(3);
    const fresh = copy(other.state());
    for (const state of [fresh, old, fresh, old]) one.merge(state);
    assert.equal(one.value(), 2, 'b: +5, -3, heard of in the wrong order and twice');
  });

  it('gives states that later changes do not touch', () => {
    const [one, other] = [new PNCounter('a'), new PNCounter('b')];
    one.decrement(1);
    const state = one.state();
    one.decrement(5);
    other.merge(state);
    assert.equal(other.value(), -1, 'The state was taken after -1');
  });

  it('shows the balance on every replica, whatever the network did', () => {
    exploreReplicas({
      create: (node) => new PNCounter(node),
      calls: (random) =>
        Array.from({ length: 10 }, () => ({
          at: random.below(380),
          node: random.pick(replicaNames),
          request: { kind: random.pick(['up', 'down']), by: random.between(1, 9) },
        })),
      perform: (counter, { kind, by }) => (kind === 'up' ? counter.increment(by) : counter.decrement(by)),
      view: (counter) => counter.value(),
      expected: (all) => all.reduce((sum, { request }) => sum + signed(request), 0),
    });
  });

  const signed = ({ kind, by }) => (kind === 'up' ? by : -by);
});
