import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compareStamps, LamportClock } from '../lamport.js';
import { recordCausality } from '../simulator/index.js';

const cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8')).lamport;
const storm = { loss: 0.2, duplication: 0.2, lateness: 0.2 };

describe('Lamport clock', () => {
  it('counts its own events from one', () => {
    const clock = new LamportClock('a');
    const times = [clock.tick(), clock.tick(), clock.tick()].map(({ time }) => time);
    assert.deepEqual(times, [1, 2, 3], 'The first three events of a node');
  });

  it('stamps with its own name', () => {
    const clock = new LamportClock('a');
    assert.equal(clock.tick().node, 'a');
    assert.equal(clock.receive({ time: 4, node: 'b' }).node, 'a', 'The arrival is an event of the node it arrives at');
  });

  it('is past what it received, and never goes back', () => {
    for (const { steps, times } of cases.runs) {
      const clock = new LamportClock('a');
      const got = steps.map((step) => (step === 'tick' ? clock.tick() : clock.receive({ time: step, node: 'b' })).time);
      assert.deepEqual(got, times, `After ${JSON.stringify(steps)}, where a number is a message of that time`);
    }
  });

  it('shares nothing with other clocks', () => {
    new LamportClock('a').receive({ time: 50, node: 'c' });
    assert.equal(new LamportClock('b').tick().time, 1);
  });

  it('orders stamps by time, then by name', () => {
    for (const { one, other, sign } of cases.orders)
      assert.equal(Math.sign(compareStamps(one, other)), sign, `${JSON.stringify(one)} and ${JSON.stringify(other)}`);
  });

  it('keeps every cause before its effect', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const events = recordCausality(seed, ({ id }) => new LamportClock(id), { weather: storm });
      for (const effect of events)
        for (const cause of effect.past) {
          const { stamp } = events[cause];
          assert.ok(
            compareStamps(stamp, effect.stamp) < 0,
            `Seed ${seed}: ${JSON.stringify(stamp)} led to ${JSON.stringify(effect.stamp)} and must come first`,
          );
        }
    }
  });

  it('gives all events one order, the same for everyone', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const stamps = recordCausality(seed, ({ id }) => new LamportClock(id), { weather: storm }).map(
        ({ stamp }) => stamp,
      );
      const forward = [...stamps].sort(compareStamps).map(({ time, node }) => `${time}${node}`);
      const backward = [...stamps]
        .reverse()
        .sort(compareStamps)
        .map(({ time, node }) => `${time}${node}`);
      assert.equal(forward.join(' '), backward.join(' '), `Seed ${seed}: sorted twice, from two orders`);
      assert.equal(new Set(forward).size, stamps.length, `Seed ${seed}: no two events have the same stamp`);
    }
  });
});
