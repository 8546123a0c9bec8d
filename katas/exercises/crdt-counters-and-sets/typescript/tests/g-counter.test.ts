import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { GCounter } from '../g-counter.ts';
import { copy, exploreReplicas, Random, replicaNames } from '../simulator/index.ts';

describe('counter that only grows', () => {
  it('counts on one node', () => {
    const counter = new GCounter('a');
    assert.equal(counter.value(), 0, 'Nothing was counted yet');
    counter.increment();
    counter.increment(4);
    counter.increment(0);
    assert.equal(counter.value(), 5, 'After increment(), increment(4) and increment(0)');
  });

  it('refuses to shrink', () => {
    const counter = new GCounter('a');
    counter.increment(3);
    assert.throws(() => counter.increment(-1), RangeError);
    assert.equal(counter.value(), 3, 'The refused increment changed nothing');
  });

  it('adds up what different nodes counted', () => {
    const [one, other] = [new GCounter('a'), new GCounter('b')];
    one.increment(2);
    other.increment(2);
    one.merge(copy(other.state()));
    assert.equal(one.value(), 4, 'a counted 2, b counted 2');
    assert.equal(other.value(), 2, 'b has not heard of a');
  });

  it('counts nothing twice when it merges again', () => {
    const [one, other] = [new GCounter('a'), new GCounter('b')];
    other.increment(3);
    const state = copy(other.state());
    for (let round = 0; round < 3; round++) one.merge(state);
    other.merge(copy(one.state()));
    one.merge(copy(other.state()));
    assert.equal(one.value(), 3, 'b counted 3, however often a hears of it');
  });

  it('is not thrown back by an old state', () => {
    const [one, other] = [new GCounter('a'), new GCounter('b')];
    other.increment(1);
    const old = copy(other.state());
    other.increment(5);
    one.merge(copy(other.state()));
    one.merge(old);
    assert.equal(one.value(), 6, 'The newer state of b came first');
  });

  it('learns its own counts back from others', () => {
    const [lost, other] = [new GCounter('a'), new GCounter('b')];
    lost.increment(7);
    other.merge(copy(lost.state()));
    const fresh = new GCounter('a');
    fresh.merge(copy(other.state()));
    fresh.increment(1);
    assert.equal(fresh.value(), 8, 'a lost its disk, heard from b that it had counted 7, and counted 1');
  });

  it('gives states that later changes do not touch', () => {
    const [one, other] = [new GCounter('a'), new GCounter('b')];
    one.increment(1);
    const state = one.state();
    one.increment(5);
    other.merge(state);
    other.increment(1);
    assert.equal(other.value(), 2, 'The state was taken when a had counted 1');
    assert.equal(one.value(), 6, 'What b does with the state is nothing to a');
  });

  it('comes to the same whatever is merged first, and how often', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed);
      const states = replicaNames.map((node) => {
        const counter = new GCounter(node);
        counter.increment(random.below(10));
        if (random.chance(0.5)) counter.merge({});
        return copy(counter.state());
      });
      const values = [states, [...states].reverse(), [...states, ...random.shuffle(states)]].map((order) => {
        const counter = new GCounter('z');
        for (const state of order) counter.merge(state);
        return counter.value();
      });
      assert.deepEqual(values, [values[0], values[0], values[0]], `Seed ${seed}: ${JSON.stringify(states)}`);
    }
  });

  it('shows the sum on every replica, whatever the network did', () => {
    exploreReplicas<GCounter>({
      create: (node) => new GCounter(node),
      calls: (random) =>
        Array.from({ length: 8 }, () => ({
          at: random.below(380),
          node: random.pick(replicaNames),
          request: { by: random.between(1, 9) },
        })),
      perform: (counter, { by }: { by: number }) => counter.increment(by),
      view: (counter) => counter.value(),
      expected: (all) => all.reduce((sum, { request }) => sum + (request as { by: number }).by, 0),
    });
  });
});
