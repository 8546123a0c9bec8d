import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { OrSet } from '../or-set.js';
import { copy, exploreReplicas, Random, replicaNames } from '../simulator/index.js';

function exchange(one, other) {
  const [first, second] = [copy(one.state()), copy(other.state())];
  one.merge(second);
  other.merge(first);
}

describe('set in which a removal sees', () => {
  it('adds and removes on one node', () => {
    const set = new OrSet('a');
    assert.deepEqual(set.items(), [], 'Before the first addition');
    set.add('tea');
    set.add('milk');
    set.add('tea');
    assert.deepEqual(set.items(), ['milk', 'tea'], 'Sorted, and each once');
    set.remove('tea');
    assert.ok(!set.has('tea'), 'tea was added twice, and then removed');
    assert.ok(set.has('milk'), 'milk was not removed');
    assert.deepEqual(set.items(), ['milk']);
  });

  it('removes what is not there without harm', () => {
    const set = new OrSet('a');
    set.remove('tea');
    set.add('tea');
    assert.deepEqual(set.items(), ['tea'], 'Removed before it was added');
  });

  it('takes back an item that was removed', () => {
    const set = new OrSet('a');
    set.add('tea');
    set.remove('tea');
    set.add('tea');
    assert.ok(set.has('tea'), 'Added, removed, added again');
    const other = new OrSet('b');
    other.merge(copy(set.state()));
    assert.ok(other.has('tea'), 'The same, seen from another node');
  });

  it('passes on additions and removals', () => {
    const [one, other] = [new OrSet('a'), new OrSet('b')];
    one.add('tea');
    exchange(one, other);
    assert.deepEqual(other.items(), ['tea'], 'b heard of it');
    other.remove('tea');
    exchange(one, other);
    assert.deepEqual(one.items(), [], 'b removed it, and a heard of that');
  });

  it('lets an addition win over a removal that did not see it', () => {
    const [one, other] = [new OrSet('a'), new OrSet('b')];
    one.add('tea');
    exchange(one, other);
    one.remove('tea');
    other.add('tea');
    exchange(one, other);
    assert.deepEqual(one.items(), ['tea'], 'a removed it while b added it again: at a');
    assert.deepEqual(other.items(), ['tea'], 'a removed it while b added it again: at b');
  });

  it('keeps two additions of the same item apart', () => {
    const [one, other, third] = [new OrSet('a'), new OrSet('b'), new OrSet('c')];
    one.add('tea');
    other.add('tea');
    third.merge(copy(one.state()));
    third.remove('tea');
    third.merge(copy(other.state()));
    assert.deepEqual(third.items(), ['tea'], 'c saw and removed the addition of a, and then heard of that of b');
  });

  it('does not bring back what was removed when an old state arrives', () => {
    const [one, other] = [new OrSet('a'), new OrSet('b')];
    one.add('tea');
    const old = copy(one.state());
    other.merge(old);
    other.remove('tea');
    other.merge(old);
    assert.deepEqual(other.items(), [], 'The state from before the removal arrives again');
  });

  it('gives states that later changes do not touch', () => {
    const [one, other] = [new OrSet('a'), new OrSet('b')];
    one.add('tea');
    const state = one.state();
    one.add('tea');
    one.remove('tea');
    one.add('milk');
    other.merge(state);
    assert.deepEqual(other.items(), ['tea'], 'The state was taken when there was only tea');
  });

  it('comes to the same whatever is merged first, and how often', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed);
      const sets = replicaNames.map((node) => new OrSet(node));
      for (let step = 0; step < 15; step++) {
        const set = random.pick(sets);
        const item = random.pick(['x', 'y']);
        const action = random.below(3);
        if (action === 0) set.add(item);
        else if (action === 1) set.remove(item);
        else set.merge(copy(random.pick(sets).state()));
      }
      const states = sets.map((set) => copy(set.state()));
      const results = [states, [...states].reverse(), [...states, ...random.shuffle(states)]].map((order) => {
        const set = new OrSet('z');
        for (const state of order) set.merge(state);
        return set.items().join(' ');
      });
      assert.equal(new Set(results).size, 1, `Seed ${seed}: merged in different orders: ${JSON.stringify(results)}`);
    }
  });

  it('shows on every replica what no removal saw, whatever the network did', () => {
    exploreReplicas(
      {
        create: (node) => new OrSet(node),
        calls: (random) =>
          Array.from({ length: 12 }, () => ({
            at: random.below(380),
            node: random.pick(replicaNames),
            request: { kind: random.pick(['add', 'add', 'remove']), item: random.pick(['x', 'y', 'z']) },
          })),
        perform: (set, { kind, item }) => (kind === 'add' ? set.add(item) : set.remove(item)),
        view: (set) => set.items(),
        expected: (all) => {
          const changes = all.map(({ id, seen, request }) => ({ id, seen, ...request }));
          const removals = changes.filter(({ kind }) => kind === 'remove');
          const left = changes.filter(
            ({ id, kind, item }) => kind === 'add' && !removals.some((each) => each.item === item && each.seen.has(id)),
          );
          return [...new Set(left.map(({ item }) => item))].sort();
        },
      },
      { seeds: 40 },
    );
  });
});
