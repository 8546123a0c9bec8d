import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { recordCausality } from '../simulator/index.ts';
import { compareVectors, VectorClock, type Order, type Vector } from '../vector.ts';

interface Cases {
  readonly runs: readonly { readonly steps: readonly ('tick' | Vector)[]; readonly vectors: readonly Vector[] }[];
  readonly orders: readonly { readonly one: Vector; readonly other: Vector; readonly order: Order }[];
}

const cases = (JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8')) as { vector: Cases }).vector;
const storm = { loss: 0.2, duplication: 0.2, lateness: 0.2 };

/** Without the zeros, which say nothing. */
const known = (vector: Vector) => Object.fromEntries(Object.entries(vector).filter(([, count]) => count !== 0));

describe('vector clock', () => {
  it('knows its own events and those it heard of', () => {
    for (const { steps, vectors } of cases.runs) {
      const clock = new VectorClock('a');
      const got = steps.map((step) => known(step === 'tick' ? clock.tick() : clock.receive(step)));
      assert.deepEqual(got, vectors, `Node a after ${JSON.stringify(steps)}`);
    }
  });

  it('gives stamps that later events do not change', () => {
    const clock = new VectorClock('a');
    const first = clock.tick();
    clock.tick();
    clock.receive({ b: 1 });
    assert.deepEqual(known(first), { a: 1 }, 'The stamp of the first event, two events later');
  });

  it('leaves the message it received alone', () => {
    const sent = { b: 2 };
    const clock = new VectorClock('a');
    clock.receive(sent);
    clock.tick();
    assert.deepEqual(sent, { b: 2 }, 'The stamp in the message');
  });

  it('tells before, after, equal and concurrent apart', () => {
    for (const { one, other, order } of cases.orders)
      assert.equal(compareVectors(one, other), order, `${JSON.stringify(one)} to ${JSON.stringify(other)}`);
  });

  it('tells exactly what could have caused what', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const events = recordCausality(seed, ({ id }) => new VectorClock(id), { weather: storm, duration: 200 });
      for (const one of events)
        for (const other of events) {
          const expected = truth(one, other);
          if (compareVectors(one.stamp, other.stamp) === expected) continue;
          const stamps = `${JSON.stringify(one.stamp)} to ${JSON.stringify(other.stamp)}`;
          assert.equal(compareVectors(one.stamp, other.stamp), expected, `Seed ${seed}: ${stamps}`);
        }
    }
  });

  interface Event {
    readonly id: number;
    readonly past: ReadonlySet<number>;
  }

  function truth(one: Event, other: Event): Order {
    if (one.id === other.id) return 'equal';
    if (other.past.has(one.id)) return 'before';
    return one.past.has(other.id) ? 'after' : 'concurrent';
  }
});
